using SloCompiler.Language.Model;
using SloCompiler.Lowering.Drafts;
using SloCompiler.Lowering.Trees;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Passes.Calendar;

/// <summary>
/// Records the base rates with the key of their calendar period: that in which the base window starts, so that nothing of
/// the period before counts for the new one.
/// </summary>
internal sealed class CalendarPass : ISloPass
{
    public SloDraft Apply(SloDraft slo, LoweringContext context)
        => slo.Calendar is { } unit && slo.Indicator.Rates is not null
            ? slo.WithFast(
                Keyed(slo, unit, SeriesNames.BadByPeriodRate(slo.BaseWindow), slo.Series.Bad),
                Keyed(slo, unit, SeriesNames.TotalByPeriodRate(slo.BaseWindow), slo.Series.Total))
            : slo;

    private static RecordingRule Keyed(SloDraft slo, CalendarUnit unit, string name, VectorSelector rate)
    {
        var start = Tree.Subtract(Tree.Time, slo.BaseWindow.Seconds);
        var key = CalendarTrees.KeyLabel(unit, start, SeriesNames.PeriodLabel);
        var matching = new VectorMatching(true, []) { Group = GroupSide.Left, Include = [SeriesNames.PeriodLabel] };
        return slo.Series.Record(name, Ql.Binary(BinaryOperator.Multiply, rate, key, matching), slo.Spec.Sli.Span);
    }
}
