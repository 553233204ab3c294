using System.Globalization;
using System.Runtime.InteropServices;

namespace SloCompiler.Cli.Terminals;

/// <summary>Says how far a run has come, once it has taken a second, on terminals only; erases itself at the end.</summary>
public sealed class ProgressLine : IDisposable
{
    private const int MostColumns = 79;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    private readonly ITerminal _terminal;
    private readonly TimeProvider _clock;
    private readonly RunProgress _progress;
    private readonly long _start;
    private readonly ITimer? _timer;
    private readonly Lock _gate = new();
    private PosixSignalRegistration? _interrupt;
    private bool _isShown;
    private bool _isOver;

    /// <summary>Starts to wait.</summary>
    /// <param name="services">Terminal, clock, and how far the run has come.</param>
    /// <param name="what">What goes on, such as "Compiling".</param>
    public ProgressLine(CliServices services, string what)
    {
        _terminal = services.Terminal;
        _clock = services.Clock;
        _progress = services.Progress;
        _start = _clock.GetTimestamp();
        _timer = _terminal.HasProgress ? _clock.CreateTimer(_ => Show(what), null, Patience, Period) : null;
    }

    /// <summary>Stops and erases the line.</summary>
    public void Dispose()
    {
        _timer?.Dispose();
        lock (_gate)
        {
            _isOver = true;
            Erase();
        }

        _interrupt?.Dispose();
    }

    private void Show(string what)
    {
        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            // Who ends the run by Ctrl-C gets a clean line as well.
            _interrupt ??= PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => Interrupt());
            var text = TextOf(what);
            var columns = _terminal.Width is > 0 and <= MostColumns ? _terminal.Width - 1 : MostColumns;
            _terminal.Error.Write($"\r{(text.Length > columns ? text[..columns] : text)}\u001b[K");
            _isShown = true;
        }
    }

    private string TextOf(string what)
    {
        var seconds = _clock.GetElapsedTime(_start).TotalSeconds;
        var stage = _progress.Stage is { } name ? $": {name}" : "";
        var total = _progress.Total;
        var counts = total > 1 ? string.Create(CultureInfo.InvariantCulture, $" {Math.Min(_progress.Done, total):#,0} of {total:#,0}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{what}{stage}{counts} ({seconds:0} s)");
    }

    private void Interrupt()
    {
        lock (_gate)
        {
            _isOver = true;
            Erase();
        }
    }

    private void Erase()
    {
        if (_isShown)
        {
            _terminal.Error.Write("\r\u001b[K");
            _isShown = false;
        }
    }
}
