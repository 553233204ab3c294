using System.Diagnostics;

namespace SloCompiler.Testing;

/// <summary>Runs programs and waits for them.</summary>
public static class Tool
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(5);

    /// <summary>Whether a program of this name is on the PATH.</summary>
    public static bool Exists(string executable) => PathOf(executable) is not null;

    /// <summary>Full path of a program on the PATH, or null.</summary>
    public static string? PathOf(string executable)
        => (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => new[] { Path.Combine(folder, executable), Path.Combine(folder, executable + ".exe") })
            .FirstOrDefault(File.Exists);

    /// <summary>Runs a program to its end; one that takes longer than the timeout is killed and fails the test.</summary>
    /// <param name="executable">Name on the PATH, or a full path.</param>
    /// <param name="arguments">Arguments, passed as they are, without a shell.</param>
    /// <param name="workingDirectory">Folder to run in; null for the current one.</param>
    /// <param name="stdin">Text for its standard input, which is closed afterwards.</param>
    /// <param name="timeout">Longest time to wait; five minutes by default.</param>
    public static ToolResult Run(
        string executable,
        IEnumerable<string> arguments,
        string? workingDirectory = null,
        string stdin = "",
        TimeSpan? timeout = null)
    {
        var start = new ProcessStartInfo(executable, arguments)
        {
            WorkingDirectory = workingDirectory ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = new Process { StartInfo = start };
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        Feed(process, stdin);
        var limit = timeout ?? DefaultTimeout;
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{executable} {string.Join(' ', start.ArgumentList)} did not end within {limit}.");
        }

        return new ToolResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    private static void Feed(Process process, string stdin)
    {
        try
        {
            process.StandardInput.Write(stdin);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended, or closed its input, before it had read everything: its exit code tells.
        }
    }
}
