using System.Collections.Immutable;
using SloCompiler.Cli.Terminals;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Rendering;

/// <summary>The formats of findings. A new one is one file and one line here.</summary>
internal static class RendererCatalog
{
    private static readonly ImmutableArray<(string Name, Func<ITerminal, Severity, IDiagnosticRenderer> Create)> All =
    [
        ("text", (terminal, least) => new TextRenderer(terminal.HasColor, least)),
        ("json", (_, least) => new JsonRenderer(least)),
        ("sarif", (_, least) => new SarifRenderer(least)),
        ("github", (_, least) => new GitHubRenderer(least)),
        ("gitlab", (_, least) => new GitLabRenderer(least)),
        ("checkstyle", (_, least) => new CheckstyleRenderer(least)),
        ("junit", (_, least) => new JUnitRenderer(least)),
    ];

    /// <summary>The names that <c>--format</c> takes.</summary>
    public static string[] Names => [.. All.Select(format => format.Name)];

    /// <summary>The renderer of a name.</summary>
    public static IDiagnosticRenderer Create(string name, ITerminal terminal, Severity least)
        => All.First(format => format.Name == name).Create(terminal, least);
}
