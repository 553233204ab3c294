using System.Globalization;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Grammars;
using SloCompiler.Language.Model;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Slis;
using SloCompiler.Language.Slis.Composite;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Dialects.Native;

/// <summary>Resolves an SLO as written to the model: one for each objective.</summary>
internal sealed class SloBuilder(ServiceDraft service, ReadContext context)
{
    /// <summary>The SLOs of one entry; those that cannot be built are reported and left out.</summary>
    public IEnumerable<SloSpec> Build(SloDraft draft)
    {
        var alerting = new AlertingBuilder(service, draft, context).Build();
        CheckGrouping(draft);
        if (FindSli(draft.Sli) is not { } sli)
        {
            return [];
        }

        if (sli is CompositeSli && !draft.By.IsEmpty)
        {
            context.Report(SpecDiagnostics.CompositeWithGrouping, draft.By[0].Span, "A composite cannot be grouped.");
        }

        return draft.Objectives
            .Where(o => Fits(o, sli) && CanBeListed(o, draft))
            .Select(o => Build(draft, o, sli, alerting))
            .ToList();
    }

    private SloSpec Build(SloDraft draft, Objective objective, Sli sli, Alerting alerting)
    {
        var suffix = draft.IsList ? "p" + PercentileDigits(objective) : null;
        var name = suffix is null ? draft.Name.Value : $"{draft.Name.Value}-{suffix}";
        return new SloSpec
        {
            Name = suffix is null ? draft.Name : new Located<string>(name, objective.Span),
            Title = draft.Title is null ? name : suffix is null ? draft.Title : $"{draft.Title} ({suffix})",
            Description = draft.Description,
            Objective = objective,
            Window = draft.Window ?? context.Config.DefaultWindow,
            Sli = sli,
            By = draft.By,
            Labels = draft.Labels,
            Exclude = draft.Exclude,
            Traffic = draft.Traffic,
            Alerting = alerting,
            Span = draft.Span,
        };
    }

    /// <summary>99.9 % as <c>999</c>: identities have no dots.</summary>
    private static string PercentileDigits(Objective objective) => (objective.Target * 100)
        .ToString("0.############", CultureInfo.InvariantCulture)
        .Replace(".", "", StringComparison.Ordinal);

    private Sli? FindSli(SliSource source)
    {
        if (source.Shared is not { } shared)
        {
            return source.InPlace;
        }

        var found = service.Indicators.FirstOrDefault(i => i.Key.Value == shared.Value)?.Value;
        if (found is null && !service.IndicatorNames.Contains(shared.Value))
        {
            ReportUnknown(shared);
        }

        return found;
    }

    private void ReportUnknown(YamlScalar shared)
    {
        var nearest = Spelling.Nearest(shared.Value, service.IndicatorNames);
        context.Report(
            SpecDiagnostics.UnknownIndicator,
            shared.Span,
            $"There is no indicator `{shared.Value}`" + (nearest is null ? "." : $"; did you mean `{nearest}`?"),
            fix: nearest is null ? null : Spelling.Replace(shared, nearest));
    }

    private bool Fits(Objective objective, Sli sli)
    {
        var (actual, words) = objective switch
        {
            LatencyObjective => (ThresholdKind.Faster, "a latency threshold"),
            FreshnessObjective => (ThresholdKind.Fresher, "a limit of age"),
            _ => (ThresholdKind.None, "no threshold"),
        };
        var kind = SliKindCatalog.Of(sli);
        if (kind.Threshold == actual)
        {
            return true;
        }

        var needed = kind.Threshold switch
        {
            ThresholdKind.Faster => "`p95 < 250ms`",
            ThresholdKind.Fresher => "`99% fresher than 10m`",
            _ => "`99.9%`",
        };
        context.Report(
            SpecDiagnostics.ObjectiveKindMismatch,
            objective.Span,
            $"`{objective.Text}` has {words}, but the indicator is `{sli.Kind}`.",
            $"Write an objective such as {needed} for `{sli.Kind}`.");
        return false;
    }

    private bool CanBeListed(Objective objective, SloDraft draft)
    {
        if (!draft.IsList || objective is not RatioObjective)
        {
            return true;
        }

        context.Report(SpecDiagnostics.UnexpandableObjectiveList, objective.Span, $"`{objective.Text}` cannot be part of a list.");
        return false;
    }

    private void CheckGrouping(SloDraft draft)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var label in draft.By.Where(l => !seen.Add(l.Value)))
        {
            context.Report(SpecDiagnostics.RepeatedItem, label.Span, $"`{label.Value}` is in the list already.");
        }
    }
}
