using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.Text;
using Sprache;

namespace SloCompiler.Language.Grammars;

/// <summary>A rule that a comment names.</summary>
/// <param name="Name">Name or code of the rule.</param>
/// <param name="Range">Where it is in the comment.</param>
public sealed record SuppressedRule(string Name, TextSpan Range);

/// <summary>A comment that asks for findings to be hidden.</summary>
/// <param name="IsWholeFile">Whether it holds for the file, or only for its line and the next.</param>
/// <param name="Rules">The rules that it names.</param>
/// <param name="Until">The last day on which it holds; null for always.</param>
/// <param name="Reason">Why; null where none is written.</param>
public sealed record Suppression(bool IsWholeFile, ImmutableArray<SuppressedRule> Rules, DateOnly? Until, string? Reason);

/// <summary>Suppression comments: <c># slo: ignore rule-name until 2027-01-31 -- reason</c>, <c># slo: ignore-file …</c>.</summary>
public static class SuppressionGrammar
{
    private const string Prefix = "slo:";
    private const string Separator = "--";

    private static readonly Parser<SuppressedRule> Rule =
        from name in Parse.Char(c => char.IsAsciiLetterOrDigit(c) || c == '-', "rule name").AtLeastOnce().Text()
            .Named("the name of a rule")
            .Select(n => new Positioned(n))
            .Positioned()
        select new SuppressedRule(name.Value, new TextSpan(name.Start, name.Value.Length));

    private static readonly Parser<IEnumerable<SuppressedRule>> Rules =
        from first in Rule
        from rest in (
            from comma in Parse.Char(',').Contained(Grammar.Blanks, Grammar.Blanks)
            from rule in Rule
            select rule).Many()
        select rest.Prepend(first);

    private static readonly Parser<DateOnly> Until =
        from word in Parse.String("until").Named("`until`")
        from gap in Grammar.Gap
        from year in Digits(4)
        from dash in Parse.Char('-')
        from month in Digits(2)
        from secondDash in Parse.Char('-')
        from day in Digits(2)
        from date in ToDate(year, month, day)
        select date;

    private static readonly Parser<Suppression> Comment =
        from hash in Parse.Char('#').Optional()
        from before in Grammar.Blanks
        from prefix in Parse.String(Prefix)
        from blanks in Grammar.Blanks
        from word in Parse.String("ignore-file").Or(Parse.String("ignore")).Text().Named("`ignore` or `ignore-file`")
        from gap in Grammar.Gap
        from rules in Rules
        from after in Grammar.Blanks
        from until in Until.XOptional()
        select new Suppression(word == "ignore-file", [.. rules], until.IsDefined ? until.Get() : null, null);

    /// <summary>Reads a comment, with or without its <c>#</c>; null where it is not addressed to the tool.</summary>
    public static GrammarResult<Suppression>? Read(string comment)
    {
        if (!comment.TrimStart('#', ' ', '\t').StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var end = comment.IndexOf(" " + Separator, StringComparison.Ordinal);
        var head = end < 0 ? comment : comment[..end];
        var reason = end < 0 ? "" : comment[(end + 1 + Separator.Length)..].Trim();
        var result = Grammar.Run(Comment, head, "slo: ignore rule-name -- reason");
        return result.Value is { } value
            ? new GrammarResult<Suppression>(value with { Reason = reason.Length == 0 ? null : reason }, null)
            : result;
    }

    private static Parser<int> Digits(int count) =>
        from digits in Parse.Char(char.IsAsciiDigit, "digit").Repeat(count).Text().Named("a date such as `2027-01-31`")
        select int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Parser<DateOnly> ToDate(int year, int month, int day) => input =>
        year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? Result.Success(new DateOnly(year, month, day), input)
            : Result.Failure<DateOnly>(input, "no such day", ["a day that exists"]);

    private sealed class Positioned(string value) : IPositionAware<Positioned>
    {
        public string Value { get; } = value;

        public int Start { get; private set; }

        public Positioned SetPos(Position startPos, int length)
        {
            Start = startPos.Pos;
            return this;
        }
    }
}
