using System.Diagnostics;
using System.Globalization;
using System.Text;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests.Incremental;

/// <summary><c>slo compile --watch</c> as a process of its own.</summary>
internal sealed class WatchedCommand : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly SaidLines _said = new();
    private readonly StringBuilder _findings = new();

    private WatchedCommand(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, e) => _said.Add(e.Data);
        process.OutputDataReceived += (_, e) =>
        {
            lock (_findings)
            {
                _findings.Append(e.Data).Append('\n');
            }
        };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    /// <summary>What it has found so far.</summary>
    public string Findings
    {
        get
        {
            lock (_findings)
            {
                return _findings.ToString();
            }
        }
    }

    public static WatchedCommand Start(TempFolder folder) => new(SloCommand.StartInterruptible(folder.FullPath, "compile", "--watch"));

    /// <summary>Waits for a line that holds a text, and returns it.</summary>
    public Task<string> Hears(string text) => _said.Hears(text);

    /// <summary>Ends it as Ctrl+C does.</summary>
    public int Interrupt()
    {
        Tool.Run("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]).ShouldSucceed();
        Assert.True(_process.WaitForExit(Longest), "It should end.");
        return _process.ExitCode;
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
