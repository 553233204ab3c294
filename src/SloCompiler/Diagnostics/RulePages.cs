using System.Collections.Immutable;
using System.Text;
using SloCompiler.Checks;
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
        if (CheckCatalog.All.FirstOrDefault(c => c.Descriptor == descriptor) is { } check)
        {
            AppendExample(text, "Reported", check.Bad);
            AppendExample(text, "Not reported", check.Good);
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

    private static void AppendExample(StringBuilder text, string title, CheckExample example)
    {
        text.Append("\n## ").Append(title).Append("\n\n");
        ImmutableArray<ExampleFile> files = [new("example.slo.yaml", example.Spec), .. example.Others];
        foreach (var file in files)
        {
            var language = file.Path.EndsWith(".md", StringComparison.Ordinal) ? "markdown" : "yaml";
            text.Append('`').Append(file.Path).Append("`\n\n```").Append(language).Append('\n').Append(file.Text.TrimEnd('\n')).Append("\n```\n");
        }
    }
}
