using System.Globalization;
using System.Text;
using SloCompiler.Testing;

namespace SloCompiler.PromQL.Tests.Oracle;

/// <summary>Asks promtool about many expressions at once: it reports every rule of a file that it refuses.</summary>
internal static class PromtoolVerdicts
{
    private const string RuleName = "\"case_";

    /// <summary>What promtool says of each expression that it refuses, by position.</summary>
    public static IReadOnlyDictionary<int, string> Refusals(IReadOnlyList<string> expressions)
    {
        using var folder = new TempFolder();
        var result = Promtool.CheckRules(folder.Write("rules.yml", RuleFile(expressions)));
        var refusals = new Dictionary<int, string>();
        foreach (var line in result.Error.Split('\n'))
        {
            var name = line.IndexOf(RuleName, StringComparison.Ordinal);
            if (name >= 0)
            {
                var number = name + RuleName.Length;
                var end = line.IndexOf('"', number);
                refusals[int.Parse(line.AsSpan(number, end - number), CultureInfo.InvariantCulture)] = line[(end + 2)..].Trim();
            }
        }

        return refusals.Count > 0 || result.ExitCode == 0 ? refusals : throw new InvalidOperationException(result.Error);
    }

    private static string RuleFile(IReadOnlyList<string> expressions)
    {
        var text = new StringBuilder("groups:\n- name: cases\n  rules:\n");
        for (var i = 0; i < expressions.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - record: case_{i}\n    expr: ");
            AppendQuoted(text, expressions[i]);
            text.Append('\n');
        }

        return text.ToString();
    }

    private static void AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.IsAscii && rune.Value is >= ' ' and not ('"' or '\\'))
            {
                text.Append((char)rune.Value);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
            }
        }

        text.Append('"');
    }
}
