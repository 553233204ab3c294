using System.Collections.Immutable;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Syntax;
using SloCompiler.PromQL.Types;

namespace SloCompiler.PromQL.Versions;

/// <summary>Says what of a valid expression a certain Prometheus would not load.</summary>
public static class VersionCheck
{
    /// <summary>What the target does not load, by place; empty where it loads the expression.</summary>
    /// <param name="expr">A tree without errors.</param>
    /// <param name="text">The text that it was parsed from.</param>
    /// <param name="target">The Prometheus.</param>
    public static ImmutableArray<PromQlError> Run(PromQlExpr expr, string text, PrometheusTarget target)
    {
        var uses = FeatureUse.Of(expr, text);
        var patterns = RegexReleases.Check(expr, target.Release);
        return uses.IsEmpty && patterns.IsEmpty
            ? []
            : [.. uses.Select(use => Check(use, target)).OfType<PromQlError>().Concat(patterns).OrderBy(e => e.Span.Start)];
    }

    /// <summary>What to do about a function that is gone.</summary>
    internal static string HelpForRemoved(PromQlFunction function) => function.RenamedTo is { } name
        ? $"Prometheus {function.Availability.RemovedIn} renamed it to {name}."
        : $"Prometheus {function.Availability.RemovedIn} removed it.";

    private static PromQlError? Check(FeatureUse use, PrometheusTarget target)
    {
        var (name, availability) = use.Feature;
        if (availability.RemovedIn is { } removed && target.Release >= removed)
        {
            var message = $"{name} is gone since Prometheus {removed}";
            return new PromQlError(use.Span, message, use.Feature.Instead) { Descriptor = PromQlDiagnostics.Removed };
        }

        if (availability.Since is { } since && target.Release < since)
        {
            return TooNew(use, since, target.Release);
        }

        return availability.FlagIn(target.Release) is { } flag && !target.HasFlag(flag) ? WithoutFlag(use, flag, target) : null;
    }

    private static PromQlError TooNew(FeatureUse use, PrometheusRelease since, PrometheusRelease release)
    {
        var flag = use.Feature.Availability.FlagIn(since) is { } name ? $" with --enable-feature={name}" : "";
        var message = $"{use.Feature.Name} needs Prometheus {since}{flag}; Prometheus {release} refuses it";
        return new PromQlError(use.Span, message, use.Feature.Instead) { Descriptor = PromQlDiagnostics.TooNew };
    }

    private static PromQlError WithoutFlag(FeatureUse use, string flag, PrometheusTarget target) => new(
        use.Span,
        target.HasKnownFlags
            ? $"{use.Feature.Name} needs --enable-feature={flag}, which is not on"
            : $"{use.Feature.Name} is experimental: Prometheus loads it only with --enable-feature={flag}")
    {
        Descriptor = target.HasKnownFlags ? PromQlDiagnostics.FlagMissing : PromQlDiagnostics.FlagUnknown,
    };
}
