using System.Text;
using SloCompiler.Checks;
using SloCompiler.Checks.Engine;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Diagnostics;

/// <summary>The pages under <c>docs/rules</c>: one per kind of finding, made from its descriptor and examples.</summary>
public static class RulePages
{
    /// <summary>The folder of the pages in the repository.</summary>
    public const string Folder = "docs/rules";

    /// <summary>Path of the page of a kind of finding, from the root of the repository.</summary>
    public static string PathOf(DiagnosticDescriptor descriptor) => $"{Folder}/{descriptor.Name}.md";

    /// <summary>The page of a kind of finding.</summary>
    public static string Page(DiagnosticDescriptor descriptor)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(descriptor.Code).Append(' ').Append(descriptor.Name).Append("\n\n");
        text.Append("Severity: ").Append(descriptor.Severity.ToString().ToLowerInvariant()).Append("\n\n");
        text.Append(descriptor.Summary).Append("\n\n## Why it matters\n\n").Append(descriptor.Why);
        text.Append("\n\n## What to do\n\n").Append(descriptor.Help).Append('\n');
        if (RuleCatalog.All.FirstOrDefault(r => r.Descriptor == descriptor) is { } rule)
        {
            AppendDocumentation(text, rule);
        }

        return text.ToString();
    }

    /// <summary>The list of all pages.</summary>
    public static string Index()
    {
        var text = new StringBuilder("# What slo reports\n\n| code | name | severity | what is wrong |\n|---|---|---|---|\n");
        foreach (var d in DiagnosticCatalog.All)
        {
            text.Append("| ").Append(d.Code).Append(" | [").Append(d.Name).Append("](").Append(d.Name).Append(".md) | ")
                .Append(d.Severity.ToString().ToLowerInvariant()).Append(" | ").Append(d.Summary.Replace("|", "\\|", StringComparison.Ordinal)).Append(" |\n");
        }

        return text.ToString();
    }

    // The fences of examples say for the test what they are; readers need words and a language that highlights.
    private static void AppendDocumentation(StringBuilder text, LintRule rule)
    {
        text.Append('\n');
        foreach (var line in rule.Documentation.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal) && line.Split(' ') is [var fence, "bad" or "good"] words)
            {
                text.Append(words[1] == "bad" ? "Reported:" : "Not reported:").Append("\n\n").Append(fence.Replace("-record", "", StringComparison.Ordinal)).Append('\n');
            }
            else
            {
                text.Append(line).Append('\n');
            }
        }
    }
}
