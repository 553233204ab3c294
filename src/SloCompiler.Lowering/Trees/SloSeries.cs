using System.Collections.Immutable;
using SloCompiler.Plan;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.Lowering.Trees;

/// <summary>Selectors of the series that one SLO records, and the rules that record them.</summary>
internal sealed record SloSeries(string Service, string Slo, PrometheusDuration BaseWindow)
{
    public VectorSelector Bad => Select(SeriesNames.BadRate(BaseWindow));

    public VectorSelector Total => Select(SeriesNames.TotalRate(BaseWindow));

    public VectorSelector BadByPeriod => Select(SeriesNames.BadByPeriodRate(BaseWindow));

    public VectorSelector TotalByPeriod => Select(SeriesNames.TotalByPeriodRate(BaseWindow));

    public ImmutableArray<PlanLabel> Identity
        => [new PlanLabel(SeriesNames.ServiceLabel, Service), new PlanLabel(SeriesNames.SloLabel, Slo)];

    public VectorSelector ErrorRatio(PrometheusDuration window) => Select(SeriesNames.ErrorRatio(window));

    public VectorSelector Select(string name)
        => Ql.Series(name, (SeriesNames.ServiceLabel, Service), (SeriesNames.SloLabel, Slo));

    public RecordingRule Record(string name, PromQlExpr expr, SourceSpan origin)
        => new() { Record = name, Expr = expr, Labels = Identity, Origin = origin };
}
