using System.Collections.Immutable;
using SloCompiler.Input;
using SloCompiler.Processes;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checking;

/// <summary>Asks git what has changed in a project.</summary>
public sealed class GitChanges(IProcessRunner processes, ProjectLocation project)
{
    /// <summary>
    /// What the working tree and the commits since a revision change: compared with the last commit that both have, so that what
    /// others did to the revision's branch does not count. Null where git does not tell, which is reported.
    /// </summary>
    public ChangedLines? Since(string revision, DiagnosticBag diagnostics)
    {
        var commit = Ask("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
        if (commit is not { ExitCode: 0 })
        {
            var reason = commit is null ? "git is not installed"
                : Ask("rev-parse", "--git-dir") is { ExitCode: 0 } ? $"git knows no revision {revision}"
                : "this is no git repository";
            diagnostics.Report(CheckDiagnostics.UnknownRevision, Place, $"--since {revision}: {reason}.");
            return null;
        }

        var hash = commit.Output.Trim();
        var common = Ask("merge-base", hash, "HEAD") is { ExitCode: 0 } merge ? merge.Output.Trim() : hash;
        var diff = Ask("-c", "core.quotePath=false", "diff", "--unified=0", "--no-color", "--no-ext-diff", "--relative", "--src-prefix=a/", "--dst-prefix=b/", common, "--");
        var untracked = Ask("ls-files", "--others", "--exclude-standard", "-z");
        if (diff is { ExitCode: 0 } && untracked is { ExitCode: 0 })
        {
            return ChangedLines.Read(diff.Output, untracked.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries));
        }

        diagnostics.Report(CheckDiagnostics.UnknownRevision, Place, $"--since {revision}: git failed: {(diff?.Error + untracked?.Error).Trim()}");
        return null;
    }

    private static SourceSpan Place => new SourceText(".", "").StartOfFile;

    private ProcessOutcome? Ask(params ImmutableArray<string> arguments) => processes.Run("git", arguments, project.Root);
}
