using SloCompiler.Cli.Rendering;
using SloCompiler.Cli.Terminals;

namespace SloCompiler.Cli;

/// <summary>Tells the user about an exception that nobody expected, with what a developer needs.</summary>
internal static class BugReport
{
    /// <summary>Writes the report to standard error and returns the exit code.</summary>
    public static int Write(ITerminal terminal, IReadOnlyList<string> arguments, Exception exception)
    {
        terminal.Error.Write("slo failed. This is a bug in slo, not in your files. Please report it with these lines:\n\n");
        terminal.Error.Write($"  version:   {ProductVersion.WithCommit}\n");
        terminal.Error.Write($"  command:   slo {DisplayText.OneLine(string.Join(' ', arguments))}\n");
        terminal.Error.Write($"  system:    {System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}\n");
        terminal.Error.Write($"  exception: {exception.ToString().ReplaceLineEndings("\n             ")}\n");
        return ExitCodes.Bug;
    }
}
