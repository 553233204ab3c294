using Sprache;

namespace SloCompiler.Language.Grammars;

/// <summary>What the threshold of an objective bounds.</summary>
public enum ThresholdKind
{
    /// <summary>There is none: <c>99.9%</c>.</summary>
    None,

    /// <summary>The duration of an event: <c>p95 &lt; 250ms</c>, <c>95% faster than 250ms</c>.</summary>
    Faster,

    /// <summary>The age of data: <c>99% fresher than 10m</c>.</summary>
    Fresher,
}

/// <summary>An objective as written.</summary>
/// <param name="Target">The share as a ratio; not yet checked to be below 1.</param>
/// <param name="Kind">What the threshold bounds.</param>
/// <param name="ThresholdSeconds">The threshold in seconds; 0 where there is none.</param>
public sealed record ObjectiveSyntax(decimal Target, ThresholdKind Kind, decimal ThresholdSeconds);

/// <summary>Objectives: <c>99.9%</c>, <c>p95 &lt; 250ms</c>, <c>99% faster than 250ms</c>, <c>99% fresher than 10m</c>.</summary>
public static class ObjectiveGrammar
{
    private const string Example = "p95 < 250ms";

    private static readonly Parser<string> Comparison = Parse.String("<=").Or(Parse.String("<")).Text().Named("`<`");

    private static readonly Parser<ObjectiveSyntax> Percentile =
        from p in Parse.String("p").Or(Parse.String("P")).Named("a percentile such as `p95`")
        from percent in Grammar.Number
        from before in Grammar.Blanks
        from comparison in Comparison
        from after in Grammar.Blanks
        from seconds in Grammar.Seconds
        select new ObjectiveSyntax(percent.Value / 100, ThresholdKind.Faster, seconds.Value);

    private static readonly Bound None = new(ThresholdKind.None, 0);
    private static readonly Bound Faster = new(ThresholdKind.Faster, 0);
    private static readonly Bound Fresher = new(ThresholdKind.Fresher, 0);

    private static readonly Parser<Bound> Threshold =
        from bound in Comparison.Return(Faster)
            .Or(Than("faster").Return(Faster))
            .Or(Than("fresher").Return(Fresher))
            .Named("`faster than` or `fresher than`")
        from blanks in Grammar.Blanks
        from seconds in Grammar.Seconds
        select bound with { Seconds = seconds.Value };

    private static readonly Parser<ObjectiveSyntax> Share =
        from target in Grammar.Share
        from blanks in Grammar.Blanks
        from threshold in Threshold.XOptional()
        let bound = threshold.GetOrElse(None)
        select new ObjectiveSyntax(target.Value, bound.Kind, bound.Seconds);

    /// <summary>Reads an objective.</summary>
    public static GrammarResult<ObjectiveSyntax> Read(string text) => Grammar.Run(Percentile.XOr(Share), text, Example);

    private static Parser<string> Than(string word) =>
        from first in Parse.String(word).Text()
        from gap in Grammar.Gap
        from than in Parse.String("than").Text()
        select word;

    private sealed record Bound(ThresholdKind Kind, decimal Seconds);
}
