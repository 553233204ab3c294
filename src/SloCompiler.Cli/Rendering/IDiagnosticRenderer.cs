namespace SloCompiler.Cli.Rendering;

/// <summary>Prints findings in one format.</summary>
public interface IDiagnosticRenderer
{
    /// <summary>Writes the findings of a compilation.</summary>
    void Write(TextWriter writer, CompilationResult result);
}
