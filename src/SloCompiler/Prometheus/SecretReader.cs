using System.Text;
using SloCompiler.Files;
using SloCompiler.Language.Model;
using SloCompiler.Language.Project.Server;
using SloCompiler.Online;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Paths;

namespace SloCompiler.Prometheus;

/// <summary>Reads secrets from files and the environment. What they hold is never part of a finding.</summary>
/// <param name="files">The machine's files.</param>
/// <param name="environment">The value of an environment variable; null where it is not set.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
internal sealed class SecretReader(IFileSystem files, Func<string, string?> environment, DiagnosticBag diagnostics)
{
    private const int LargestFile = 256 * 1024;
    private const int LongestSecret = 16 * 1024;

    /// <summary>One line of visible characters; null where that cannot be had, which is reported.</summary>
    /// <param name="source">Where it is.</param>
    /// <param name="folder">The folder that files are relative to.</param>
    public string? Read(SecretSource source, string folder)
    {
        var (name, place) = (source.Name.Value, source.Name.Span);
        if (source.IsFile)
        {
            return ReadText(source.Name, folder) is { } text ? OneLine(text, name, place) : null;
        }

        if (environment(name) is { Length: > 0 } value)
        {
            return OneLine(value, $"The environment variable {name}", place);
        }

        diagnostics.Report(ServerDiagnostics.CredentialsUnreadable, place, $"The environment variable {name} is not set.");
        return null;
    }

    /// <summary>The text of a file; null where it cannot be read, which is reported.</summary>
    public string? ReadText(Located<string> path, string folder)
    {
        var outcome = files.Read(PathText.Combine(folder, path.Value), LargestFile);
        if (outcome.Value is { } bytes)
        {
            return Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        }

        diagnostics.Report(ServerDiagnostics.CredentialsUnreadable, path.Span, $"{path.Value} {outcome.Problem?.Message ?? "cannot be read"}.");
        return null;
    }

    /// <summary>A text as what a header can hold; null where it is none, which is reported.</summary>
    public string? OneLine(string text, string name, SourceSpan place)
    {
        var line = text.Trim();
        if (line.Length is > 0 and <= LongestSecret && line.All(c => c is >= ' ' and <= '~'))
        {
            return line;
        }

        diagnostics.Report(ServerDiagnostics.CredentialsUnreadable, place, $"{name} holds {(line.Length == 0 ? "nothing" : "something else than one line of plain text")}.");
        return null;
    }
}
