using System.Collections.Immutable;
using SloCompiler.Text;

namespace SloCompiler.Importing;

/// <summary>What specs are imported from.</summary>
public enum ImportTool
{
    /// <summary>Documents of sloth.</summary>
    Sloth,

    /// <summary>Resources of pyrra.</summary>
    Pyrra,

    /// <summary>Objects of OpenSLO.</summary>
    OpenSlo,

    /// <summary>Burn-rate rules in rule files.</summary>
    Rules,
}

/// <summary>What to import, as a user asks for it.</summary>
/// <param name="Tool">What the files are written for.</param>
/// <param name="Paths">Files and folders, relative to the working folder; none for the specs or rule files of the project.</param>
public sealed record ImportRequest(ImportTool Tool, ImmutableArray<string> Paths)
{
    /// <summary>Most threads at once; null for as many as the machine has processors. Never changes the result.</summary>
    public int? Threads { get; init; }

    /// <summary>Is told how far the run has come; null for no one. Never changes the result.</summary>
    public RunProgress? Progress { get; init; }

    /// <summary>How it is worked on.</summary>
    internal Workers Workers => new(Threads) { Observer = Progress };

    /// <summary>The name by which the command line and dialects know the tool.</summary>
    public string ToolName => NameOf(Tool);

    /// <summary>The name of a tool.</summary>
    public static string NameOf(ImportTool tool) => tool switch
    {
        ImportTool.Sloth => "sloth",
        ImportTool.Pyrra => "pyrra",
        ImportTool.OpenSlo => "openslo",
        ImportTool.Rules => "rules",
        _ => throw new ArgumentOutOfRangeException(nameof(tool)),
    };
}
