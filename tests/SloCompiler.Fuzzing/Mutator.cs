using System.Collections.Immutable;
using System.Text;

namespace SloCompiler.Fuzzing;

/// <summary>Makes inputs from seeds by random edits of characters and tokens.</summary>
internal sealed class Mutator(FuzzTarget target, Random random)
{
    private const int MostEdits = 6;
    private const int MostRepeats = 3_000;

    private static readonly string[] Odd =
    [
        "\0", "\u0001", "\u007f", "\u0085", "\u00a0", "\u00e9", "\u200b", "\u2028", "\u2029", "\ufeff", "\ufffd", "\ud800", "\udc00",
        "\ud83d\ude00", "e\u0301", "\uffff", "\r", "\n", "\r\n", "\t", " ", "\u3000", "\u0660", "\u0130", "\u212a",
    ];

    private static readonly string[] Numbers =
    [
        "0", "-1", "1e309", "1e-400", "9223372036854775807", "9223372036854775808", "18446744073709551616", "0x", "0xffffffffffffffffff",
        "08", "1_000", "1__0", ".5", "5.", "1e", "1e+", "Inf", "+Inf", "NaN", "0b1", "99999999999999999999999999y", "292y24w3d23h47m16s854ms",
        "300y", "1ms", "0s", "4294967296", "2147483647", "2147483648", "0.1e1000000000000",
    ];

    private static readonly (string Open, string Close)[] Pairs =
        [("(", ")"), ("[", "]"), ("{", "}"), ("{{", "}}"), ("-", ""), ("abs(", ")"), ("- ", ""), ("[1m:", "]"), ("{{if .}}", "{{end}}"), ("[", ""), ("{a: ", "}")];

    /// <summary>A new input.</summary>
    public string Next()
    {
        var text = Seed();
        for (var edits = random.Next(1, MostEdits + 1); edits > 0; edits--)
        {
            text = Edit(text);
        }

        return text;
    }

    private string Edit(string text) => random.Next(16) switch
    {
        0 or 1 or 2 => OnTokens(text, (tokens, at) => tokens.RemoveAt(at)),
        3 or 4 => OnTokens(text, (tokens, at) => tokens.Insert(random.Next(tokens.Count), tokens[at])),
        5 => OnTokens(text, (tokens, at) => tokens.Reverse(at, Math.Min(2, tokens.Count - at))),
        6 or 7 or 8 => OnTokens(text, (tokens, at) => tokens.Insert(at, Pick(target.Words))),
        9 => OnTokens(text, (tokens, at) => tokens[at] = Pick(target.Words)),
        10 => OnTokens(text, (tokens, at) => tokens[at] = Numbers[random.Next(Numbers.Length)]),
        11 => Splice(text, Seed()),
        12 => text.Insert(random.Next(text.Length + 1), Odd[random.Next(Odd.Length)]),
        13 => Cut(text),
        14 => text.Insert(random.Next(text.Length + 1), ((char)random.Next(32, 127)).ToString()),
        _ => random.Next(20) == 0 ? Nest(text) : Splice(Seed(), text),
    };

    private string Seed() => Pick(target.Seeds);

    private string Pick(ImmutableArray<string> from) => from[random.Next(from.Length)];

    private string Splice(string left, string right) => left[..random.Next(left.Length + 1)] + right[random.Next(right.Length + 1)..];

    private string Cut(string text)
    {
        var start = random.Next(text.Length + 1);
        return text.Remove(start, random.Next(text.Length - start + 1));
    }

    private string Nest(string text)
    {
        var (open, close) = Pairs[random.Next(Pairs.Length)];
        var depth = random.Next(1, MostRepeats);
        var start = random.Next(text.Length + 1);
        var end = random.Next(start, text.Length + 1);
        return new StringBuilder(text, 0, start, 0)
            .Insert(start, open, depth).Append(text, start, end - start)
            .Insert(start + (depth * open.Length) + end - start, close, depth).Append(text, end, text.Length - end)
            .ToString();
    }

    private static string OnTokens(string text, Action<List<string>, int> edit, Random random)
    {
        var tokens = Tokens(text);
        if (tokens.Count > 0)
        {
            edit(tokens, random.Next(tokens.Count));
        }

        return string.Concat(tokens);
    }

    private string OnTokens(string text, Action<List<string>, int> edit) => OnTokens(text, edit, random);

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var position = 0; position < text.Length;)
        {
            var end = EndOfToken(text, position);
            tokens.Add(text[position..end]);
            position = end;
        }

        return tokens;
    }

    private static int EndOfToken(string text, int start)
    {
        var end = start + 1;
        if (text[start] is ' ' or '\n')
        {
            while (end < text.Length && text[end] == ' ')
            {
                end++;
            }
        }
        else if (IsWord(text[start]))
        {
            while (end < text.Length && IsWord(text[end]))
            {
                end++;
            }
        }

        return end;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or ':' or '.' or '$';
}
