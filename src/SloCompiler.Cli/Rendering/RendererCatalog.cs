using System.Collections.Immutable;
using SloCompiler.Cli.Terminals;

namespace SloCompiler.Cli.Rendering;

/// <summary>The formats of findings. A new one is one file and one line here.</summary>
internal static class RendererCatalog
{
    private static readonly ImmutableArray<(string Name, Func<ITerminal, IDiagnosticRenderer> Create)> All =
    [
        ("text", terminal => new TextRenderer(terminal.HasColor)),
        ("json", _ => new JsonRenderer()),
    ];

    /// <summary>The names that <c>--format</c> takes.</summary>
    public static string[] Names => [.. All.Select(format => format.Name)];

    /// <summary>The renderer of a name.</summary>
    public static IDiagnosticRenderer Create(string name, ITerminal terminal)
        => All.First(format => format.Name == name).Create(terminal);
}
