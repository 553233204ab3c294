using SloCompiler.Language.Model;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks;

/// <summary>One check over a whole project: one file with its descriptor, its examples and its code.</summary>
public abstract class Check
{
    /// <summary>What it reports.</summary>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>A project that it must report; a test runs it.</summary>
    public abstract CheckExample Bad { get; }

    /// <summary>The same project done well, which it must not report; a test runs it.</summary>
    public abstract CheckExample Good { get; }

    /// <summary>Looks at the specs and reports what it finds.</summary>
    public abstract void Run(CheckContext context);
}

/// <summary>What a check may look at.</summary>
/// <param name="Specs">The specs with settings and catalogue.</param>
/// <param name="Files">Files of the project.</param>
/// <param name="Diagnostics">Takes the findings.</param>
public sealed record CheckContext(SpecSet Specs, IProjectFiles Files, DiagnosticBag Diagnostics);

/// <summary>Files of the project that checks may read.</summary>
public interface IProjectFiles
{
    /// <summary>The text of a file; null where it does not exist or cannot be read.</summary>
    /// <param name="path">Path relative to the project, with forward slashes.</param>
    string? ReadText(string path);
}
