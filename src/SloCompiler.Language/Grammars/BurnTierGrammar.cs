using SloCompiler.PromQL;
using Sprache;

namespace SloCompiler.Language.Grammars;

/// <summary>A tier of a burn policy as written.</summary>
/// <param name="BudgetShare">Share of the budget as a ratio.</param>
/// <param name="LongWindow">The window in which it is used.</param>
/// <param name="ShortWindow">The window that ends the alert; null where none is written.</param>
public sealed record BurnTierSyntax(decimal BudgetShare, PrometheusDuration LongWindow, PrometheusDuration? ShortWindow);

/// <summary>Tiers of burn policies: <c>2% in 1h</c>, <c>2% in 1h / 5m</c>.</summary>
public static class BurnTierGrammar
{
    private static readonly Parser<PrometheusDuration> Duration =
        from seconds in Grammar.Seconds
        select new PrometheusDuration(decimal.ToInt64(Math.Min(seconds.Value * 1000, long.MaxValue / 2)));

    private static readonly Parser<PrometheusDuration> ShortWindow =
        from slash in Parse.Char('/').Named("`/`")
        from blanks in Grammar.Blanks
        from duration in Duration
        select duration;

    private static readonly Parser<BurnTierSyntax> Tier =
        from share in Grammar.Share
        from gap in Grammar.Gap
        from word in Parse.String("in").Named("`in`")
        from secondGap in Grammar.Gap
        from window in Duration
        from blanks in Grammar.Blanks
        from shortWindow in ShortWindow.XOptional()
        select new BurnTierSyntax(share.Value, window, shortWindow.IsDefined ? shortWindow.Get() : null);

    /// <summary>Reads a tier.</summary>
    public static GrammarResult<BurnTierSyntax> Read(string text) => Grammar.Run(Tier, text, "2% in 1h / 5m");
}
