using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;

namespace SloCompiler.Processes;

/// <summary>What a program left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
public sealed record ProcessOutcome(int ExitCode, string Output, string Error);

/// <summary>Runs other programs.</summary>
public interface IProcessRunner
{
    /// <summary>Runs a program to its end, without a shell; null where there is no such program.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="arguments">Its arguments, passed as they are.</param>
    /// <param name="folder">Absolute path of the folder to run it in.</param>
    ProcessOutcome? Run(string program, ImmutableArray<string> arguments, string folder);
}

/// <summary>Runs the programs of the machine.</summary>
public sealed class SystemProcessRunner : IProcessRunner
{
    /// <inheritdoc />
    public ProcessOutcome? Run(string program, ImmutableArray<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start);
            if (process is null)
            {
                return null;
            }

            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new ProcessOutcome(process.ExitCode, output, error.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
