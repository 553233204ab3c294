using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SloCompiler.Processes;

/// <summary>Runs a program in the place of this one, with its terminal, until it ends.</summary>
public static class ForegroundProgram
{
    /// <summary>The program's exit code; null where there is no such program. Ctrl+C goes to the program, which ends as it sees fit.</summary>
    /// <param name="name">Its name; one beside this program comes before those of the path.</param>
    /// <param name="arguments">Its arguments, passed as they are.</param>
    public static int? Run(string name, ImmutableArray<string> arguments)
    {
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        foreach (var candidate in Beside(name).Append(name))
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo(candidate, arguments));
                if (process is not null)
                {
                    using var end = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => End(process));
                    process.WaitForExit();
                    return process.ExitCode;
                }
            }
            catch (Win32Exception)
            {
                // Not there: the next one.
            }
        }

        return null;
    }

    private static IEnumerable<string> Beside(string name)
    {
        var folders = new[] { Path.GetDirectoryName(Environment.ProcessPath), Path.GetDirectoryName(Path.GetFullPath(Environment.GetCommandLineArgs()[0])), AppContext.BaseDirectory };
        var file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return folders.OfType<string>().Distinct(StringComparer.Ordinal).Select(folder => Path.Combine(folder, file));
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }
}
