using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.Checks.Online;
using SloCompiler.Plan.Slos;
using SloCompiler.Prometheus;
using SloCompiler.Prometheus.Answers;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Online.Parts;

/// <summary>Evaluates every rule once: what it costs, whether the server can, whether an alert would fire, and how the objectives are.</summary>
internal sealed class EvaluationPart
{
    private const int TenthOfLimit = 10;

    private readonly OnlineContext _context;
    private readonly LoadedRules _loaded;
    private readonly ImmutableArray<ProjectRule> _rules;
    private readonly ILookup<string, ProjectRule> _bySlo;
    private readonly ConcurrentBag<RuleCost> _costs = [];
    private readonly ConcurrentDictionary<ProjectRule, bool> _firing = new(ReferenceEqualityComparer.Instance);

    public EvaluationPart(OnlineContext context, ImmutableArray<ProjectRule> rules, LoadedRules loaded)
    {
        (_context, _rules, _loaded) = (context, rules, loaded);
        _bySlo = rules.Where(r => r.Slo is not null).ToLookup(r => r.Owner, StringComparer.Ordinal);
    }

    /// <summary>What rules cost, the dearest first.</summary>
    public ImmutableArray<RuleCost> Costs =>
        [.. _costs.OrderByDescending(c => c.Samples).ThenBy(c => c.Owner, StringComparer.Ordinal).ThenBy(c => c.Name, StringComparer.Ordinal)];

    /// <summary>Evaluates the rules, then the objectives.</summary>
    public async Task<ImmutableArray<SloNow>> RunAsync()
    {
        await Task.WhenAll(_rules.Select(EvaluateAsync)).ConfigureAwait(false);
        var slos = await Task.WhenAll((_context.Input.Plan?.Services ?? [])
            .Where(s => _context.Input.IsWanted(s.SpecPath))
            .SelectMany(s => s.Slos)
            .Select(NowAsync)).ConfigureAwait(false);
        return [.. slos.OrderBy(s => s.Service, StringComparer.Ordinal).ThenBy(s => s.Slo, StringComparer.Ordinal)];
    }

    private async Task EvaluateAsync(ProjectRule rule)
    {
        if (ExpressionOf(rule) is not { } expr)
        {
            return;
        }

        var outcome = await _context.Api.QueryAsync(PromQlPrinter.Print(expr), _context.Now, withStatistics: true).ConfigureAwait(false);
        if (outcome.Failure is { Kind: ApiFailureKind.Refused } refused)
        {
            _context.Report(new Diagnostic(OnlineDiagnostics.ExpressionRefused, rule.Place, $"{rule.Name} cannot be evaluated. {refused.Message}"), rule.Subject);
            return;
        }

        if (_context.Take(outcome) is not { } answer)
        {
            return;
        }

        CheckCost(rule, answer);
        if (rule.IsAlert && !answer.Samples.IsEmpty)
        {
            _firing[rule] = true;
            ReportFiring(rule, answer.Samples);
        }
    }

    private void CheckCost(ProjectRule rule, InstantAnswer answer)
    {
        if (answer.Statistics is not { } statistics)
        {
            return;
        }

        _costs.Add(new RuleCost(rule.Title.Length > 0 ? rule.Title : rule.Name, rule.Owner, statistics.SamplesRead, answer.Samples.Length));
        if (statistics.SamplesRead > _context.Facts.MaxSamples / TenthOfLimit)
        {
            _context.Report(
                new Diagnostic(
                    OnlineDiagnostics.CostlyRule,
                    rule.Place,
                    string.Create(CultureInfo.InvariantCulture, $"One evaluation of {rule.Name} reads {statistics.SamplesRead:#,0} samples; the server allows {_context.Facts.MaxSamples:#,0} for a query.")),
                rule.Subject);
        }
    }

    private void ReportFiring(ProjectRule rule, ImmutableArray<Sample> samples)
    {
        var state = _loaded.Find(rule) is { State: "firing" or "pending" } known ? $" On the server it is {known.State}." : "";
        var first = samples[0];
        var example = first.Labels.Pairs.IsEmpty ? "" : $" for {first.Labels}";
        var more = samples.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {samples.Length - 1} more") : "";
        _context.Report(
            new Diagnostic(OnlineDiagnostics.AlertFiresNow, rule.Place, $"The condition of {rule.Title} of {rule.Owner} holds now, with the value {Print(first.Value)}{example}{more}.{state}"),
            rule.Subject);
    }

    // What rules that are not loaded would record is computed; what the server records is read.
    private PromQlExpr? ExpressionOf(ProjectRule rule)
        => rule.Slo is not { } slo || IsRecorded(slo) ? rule.Expr : Expansion(slo).Expand(rule.Expr);

    private IEnumerable<ProjectRule> RulesOf(SloPlan slo) => _bySlo[$"{slo.Service}/{slo.Name}"];

    private RecordExpansion Expansion(SloPlan slo) => new([.. RulesOf(slo)], slo.BaseWindow);

    private bool IsRecorded(SloPlan slo) => RulesOf(slo).Where(r => !r.IsAlert).All(r => _loaded.Find(r) is { Health: "ok" });

    private async Task<SloNow> NowAsync(SloPlan slo)
    {
        var now = new SloNow(slo.Service, slo.Name, slo.Objective, slo.Window.Text)
        {
            Alerts = [.. RulesOf(slo).Where(_firing.ContainsKey).Select(r => r.Title).Distinct().Order(StringComparer.Ordinal)],
        };
        var hour = await ValuesAsync(slo, SeriesNames.ErrorRatio(PromQL.PrometheusDuration.FromHours(1))).ConfigureAwait(false);
        var period = await ValuesAsync(slo, SeriesNames.PeriodErrorRatio).ConfigureAwait(false);
        var budget = await ValuesAsync(slo, SeriesNames.BudgetRemaining).ConfigureAwait(false);
        if (hour is { Length: 0 } && slo.HasBaseRates)
        {
            _context.Report(new Diagnostic(OnlineDiagnostics.SloWithoutData, slo.Origin, $"{slo.Service}/{slo.Name} had no events in the last hour."));
        }

        return now with
        {
            LastHour = hour is { Length: > 0 } ? 1 - hour.Max() : null,
            InWindow = period is { Length: > 0 } ? 1 - period.Max() : null,
            BudgetLeft = budget is { Length: > 0 } ? budget.Min() : null,
            Groups = hour?.Length ?? 0,
            Source = period is null or [] ? ValueSource.None : IsRecorded(slo) ? ValueSource.Recorded : ValueSource.Estimated,
        };
    }

    /// <summary>The values of a series of an objective, recorded or computed; null where they are not known.</summary>
    private async Task<double[]?> ValuesAsync(SloPlan slo, string record)
    {
        if (RulesOf(slo).FirstOrDefault(r => !r.IsAlert && r.Name == record) is not { } rule)
        {
            return null;
        }

        var expr = IsRecorded(slo)
            ? Ql.Series(record, (SeriesNames.ServiceLabel, slo.Service), (SeriesNames.SloLabel, slo.Name))
            : Expansion(slo).Expand(rule.Expr);
        return expr is not null && _context.Take(await _context.Api.QueryAsync(PromQlPrinter.Print(expr), _context.Now, withStatistics: expr == rule.Expr).ConfigureAwait(false)) is { } answer
            ? [.. answer.Samples.Select(s => s.Value)]
            : null;
    }

    private static string Print(double value) => value.ToString("0.#####", CultureInfo.InvariantCulture);
}
