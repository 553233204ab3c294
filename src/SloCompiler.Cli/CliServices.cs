using SloCompiler.Cli.Terminals;
using SloCompiler.Files;
using SloCompiler.Processes;
using SloCompiler.Watching;

namespace SloCompiler.Cli;

/// <summary>What commands use of the outside world.</summary>
/// <param name="Terminal">Where they print.</param>
/// <param name="Files">The files of the machine.</param>
/// <param name="Clock">Measures time.</param>
/// <param name="Processes">Runs other programs.</param>
public sealed record CliServices(ITerminal Terminal, IFileSystem Files, TimeProvider Clock, IProcessRunner Processes)
{
    /// <summary>Where runs are remembered; null for nowhere.</summary>
    public ICacheFolder? Cache { get; init; }

    /// <summary>Makes what tells of changed files; null where nothing does, so that they are looked at often.</summary>
    public Func<IChangeSignal>? Changes { get; init; }

    /// <summary>How far the command has come.</summary>
    public RunProgress Progress { get; } = new(Clock);

    /// <summary>The value of an environment variable; null where it is not set.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;
}
