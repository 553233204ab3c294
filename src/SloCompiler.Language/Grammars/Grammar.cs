using System.Globalization;
using Sprache;

namespace SloCompiler.Language.Grammars;

/// <summary>The parts that all small languages share, and the one place that runs a Sprache parser.</summary>
internal static class Grammar
{
    /// <summary>Longer texts are refused unread: Sprache recurses, and no sensible text comes near.</summary>
    public const int MaxLength = 200;

    /// <summary>Zero or more blanks.</summary>
    public static readonly Parser<string> Blanks = Parse.Chars(' ', '\t').Many().Text();

    /// <summary>One or more blanks.</summary>
    public static readonly Parser<string> Gap = Parse.Chars(' ', '\t').AtLeastOnce().Text().Named("a blank");

    /// <summary>A decimal number without sign.</summary>
    public static readonly Parser<Amount> Number =
        from whole in Digits()
        from fraction in FractionDigits().XOptional()
        select new Amount(ToDecimal(whole, fraction.GetOrElse("")));

    /// <summary>A number with a percent sign, as a ratio: <c>99.9%</c> is 0.999.</summary>
    public static readonly Parser<Amount> Share =
        from number in Number
        from blanks in Blanks
        from sign in Parse.String("%").Named("`%`")
        select new Amount(number.Value / 100);

    /// <summary>A length of time in seconds, from one or more numbers with units: <c>250ms</c>, <c>1.5s</c>, <c>1h30m</c>.</summary>
    public static readonly Parser<Amount> Seconds = QuantityPart().AtLeastOnce().Select(Sum);

    /// <summary>Runs a parser over a whole text, blanks around it allowed.</summary>
    /// <param name="parser">The grammar.</param>
    /// <param name="text">The text.</param>
    /// <param name="example">A correct text, shown in messages.</param>
    public static GrammarResult<T> Run<T>(Parser<T> parser, string text, string example)
        where T : class
    {
        if (text.Length > MaxLength)
        {
            return new GrammarResult<T>(null, new GrammarError(MaxLength, 1, $"Longer than {MaxLength} characters; expected a text such as `{example}`."));
        }

        var whole =
            from before in Parse.WhiteSpace.Many()
            from value in parser
            from after in Parse.WhiteSpace.Many()
            select value;
        var result = whole.End().TryParse(text);
        return result.WasSuccessful
            ? new GrammarResult<T>(result.Value, null)
            : new GrammarResult<T>(null, ToError(result, text, example));
    }

    private static GrammarError ToError<T>(IResult<T> result, string text, string example)
    {
        var offset = Math.Min(result.Remainder.Position, text.Length);
        var expected = string.Join(" or ", result.Expectations.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var word = text[offset..].TakeWhile(char.IsLetterOrDigit).Count();
        var found = offset < text.Length ? $"`{text.Substring(offset, Math.Max(1, word))}`" : "the end";
        return new GrammarError(offset, Math.Max(1, word), $"Expected {expected} but found {found}; a correct text is `{example}`.");
    }

    private static Parser<string> Digits() => Parse.Char(char.IsAsciiDigit, "digit").AtLeastOnce().Text().Named("a number");

    private static Parser<string> FractionDigits() =>
        from point in Parse.Char('.')
        from digits in Digits()
        select digits;

    private const string UnitNames = "a unit (ms, s, m, h, d, w)";

    private static Parser<Amount> QuantityPart() =>
        from number in Number
        from unit in Unit().Named(UnitNames)
        from end in NoLetter
        select new Amount(number.Value * unit.Value);

    // A word that only starts like a unit is none: the mark stands under all of it.
    private static Parser<string> NoLetter => input => input.AtEnd || !char.IsLetter(input.Current)
        ? Result.Success("", input)
        : Result.Failure<string>(input, "", [UnitNames]);

    private static Parser<Amount> Unit() =>
        Word("ns", 0.000_000_001m)
            .Or(Word("us", 0.000_001m))
            .Or(Word("µs", 0.000_001m))
            .Or(Word("ms", 0.001m))
            .Or(Word("s", 1))
            .Or(Word("m", 60))
            .Or(Word("h", 3600))
            .Or(Word("d", 86_400))
            .Or(Word("w", 604_800));

    private static Parser<Amount> Word(string word, decimal value) => Parse.String(word).Return(new Amount(value));

    private static Amount Sum(IEnumerable<Amount> parts)
    {
        var sum = 0m;
        foreach (var part in parts)
        {
            sum += part.Value;
        }

        return new Amount(sum);
    }

    /// <summary>More than 12 digits on a side are cut: no sensible number has them, and products stay in range.</summary>
    private static decimal ToDecimal(string whole, string fraction)
    {
        const int MaxDigits = 12;
        var text = $"{whole[..Math.Min(whole.Length, MaxDigits)]}.{fraction[..Math.Min(fraction.Length, MaxDigits)]}0";
        return decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }
}

/// <summary>A number that parsers hand on: an object, because parsers of values would have to be compiled at every start.</summary>
/// <param name="Value">The number.</param>
internal sealed record Amount(decimal Value);
