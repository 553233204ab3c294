using SloCompiler.Language.Formatting;
using SloCompiler.Text;

namespace SloCompiler.Language.Tests.Formatting;

/// <summary>Formats texts and holds what is true of every result.</summary>
internal static class Formatted
{
    /// <summary>Formats a text that has nothing wrong, twice.</summary>
    public static string Text(string text, string path = "rules.yml")
    {
        var result = YamlFormatter.Format(new SourceText(path, text));
        Assert.Empty(result.Diagnostics);
        Assert.Equal(result.Text, YamlFormatter.Format(new SourceText(path, result.Text)).Text);
        return result.Text;
    }

    /// <summary>Fails unless a text becomes another.</summary>
    public static void Becomes(string before, string after, string path = "rules.yml") => Assert.Equal(after, Text(before, path));

    /// <summary>Fails unless the expression of a rule, written below <c>expr:</c> at column 8, becomes another.</summary>
    public static void RuleBecomes(string before, string after)
    {
        const string Head = "groups:\n  - name: g\n    rules:\n      - record: r\n        expr:";
        Becomes($"{Head} {before}\n", $"{Head} {after}\n");
    }
}
