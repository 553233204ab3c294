using System.Globalization;

namespace SloCompiler.Cli.Terminals;

/// <summary>Says that work goes on, once it has taken a second, on terminals only; erases itself at the end.</summary>
public sealed class ProgressLine : IDisposable
{
    private readonly ITerminal _terminal;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly ITimer? _timer;
    private readonly Lock _gate = new();
    private bool _isShown;
    private bool _isOver;

    /// <summary>Starts to wait.</summary>
    /// <param name="services">Terminal and clock.</param>
    /// <param name="what">What goes on, such as "Compiling".</param>
    public ProgressLine(CliServices services, string what)
    {
        _terminal = services.Terminal;
        _clock = services.Clock;
        _start = _clock.GetTimestamp();
        var second = TimeSpan.FromSeconds(1);
        _timer = _terminal.HasProgress ? _clock.CreateTimer(_ => Show(what), null, second, second) : null;
    }

    /// <summary>Stops and erases the line.</summary>
    public void Dispose()
    {
        _timer?.Dispose();
        lock (_gate)
        {
            _isOver = true;
            if (_isShown)
            {
                _terminal.Error.Write("\r\u001b[K");
            }
        }
    }

    private void Show(string what)
    {
        lock (_gate)
        {
            if (!_isOver)
            {
                _isShown = true;
                var seconds = _clock.GetElapsedTime(_start).TotalSeconds;
                _terminal.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{what}… {seconds:0} s"));
            }
        }
    }
}
