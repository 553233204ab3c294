using System.CommandLine;
using System.Globalization;
using SloCompiler.Cli.Terminals;
using SloCompiler.Files;
using SloCompiler.Incremental;

namespace SloCompiler.Cli;

/// <summary>What a command reads and prints, so that it can be told again when it is run the next time over the same files.</summary>
internal sealed class CommandMemory : IDisposable
{
    private readonly CliServices _services;
    private readonly RunMemory? _runs;
    private readonly ObservedFiles _observed;
    private readonly CopyingWriter _out;

    private CommandMemory(CliServices services, RunMemory? runs, long leastBytes)
    {
        _services = services;
        _runs = runs;
        _observed = new ObservedFiles(services.Files, leastBytes);
        _out = new CopyingWriter(services.Terminal.Out);
    }

    /// <summary>Whether anything is remembered.</summary>
    public bool IsOpen => _runs is not null;

    /// <summary>The files to read.</summary>
    public IFileSystem Files => _runs is null ? _services.Files : _observed;

    /// <summary>Where to print what is remembered.</summary>
    public TextWriter Out => _runs is null ? _services.Terminal.Out : _out;

    /// <summary>The memory of a command line.</summary>
    /// <param name="services">What commands use of the outside world.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="isWanted">Whether anything is to be remembered.</param>
    /// <param name="leastBytes">Inputs that together have less are read as fast as the memory of them.</param>
    public static CommandMemory Open(CliServices services, ParseResult parsed, bool isWanted, long leastBytes = 0)
    {
        if (!isWanted || services.Cache is not { } cache)
        {
            return new CommandMemory(services, null, 0);
        }

        var call = parsed.Tokens.Select(t => t.Value)
            .Prepend(services.Terminal.HasColor ? "colour" : "plain")
            .Prepend(services.Terminal.Width.ToString(CultureInfo.InvariantCulture));
        var identity = RunIdentity.Of(typeof(CommandMemory), services.Files, services.Clock, call);
        return new CommandMemory(services, new RunMemory(cache, services.Files, identity), leastBytes);
    }

    /// <summary>How the command ended the last time; null where that is not known, or files have changed since.</summary>
    public RememberedRun? Recall(int? threads)
    {
        var known = _runs?.Recall(threads);
        if (known is not null)
        {
            _services.Progress.Tell("memory", "no file has changed since the last run, which is repeated (--no-cache runs anew)");
        }

        return known;
    }

    /// <summary>Keeps what was read and printed, unless the command failed.</summary>
    /// <param name="exitCode">The exit code.</param>
    /// <param name="error">What it would have printed on standard error, had the output been right already.</param>
    /// <param name="outputOf">The output that must be on disk.</param>
    public void Remember(int exitCode, string error, Func<RememberedOutput?> outputOf)
    {
        if (_runs is not null && exitCode is ExitCodes.Clean or ExitCodes.Findings && _observed.Seen() is { } seen && _out.Copy is { } text)
        {
            _runs?.Remember(new RememberedRun { Seen = seen, Output = outputOf(), Out = text, Error = error, ExitCode = exitCode });
        }
    }

    /// <inheritdoc />
    public void Dispose() => _out.Dispose();
}
