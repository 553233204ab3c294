using System.Text;

namespace SloCompiler.Cli.Terminals;

/// <summary>The terminal, or the pipes, that the process was started with. UTF-8 and <c>\n</c> on every machine.</summary>
public sealed class SystemTerminal : ITerminal, IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc />
    public Stream Input => Console.OpenStandardInput();

    /// <inheritdoc />
    public TextWriter Out { get; } = Open(Console.OpenStandardOutput(), 16 * 1024, autoFlush: false);

    /// <inheritdoc />
    public TextWriter Error { get; } = Open(Console.OpenStandardError(), 1024, autoFlush: true);

    /// <inheritdoc />
    public TextWriter Notes => Error;

    /// <inheritdoc />
    public TextWriter Report => Out;

    /// <inheritdoc />
    public bool HasColor => ColorChoice.ByEnvironment(!Console.IsOutputRedirected, Environment.GetEnvironmentVariable);

    /// <inheritdoc />
    public bool HasErrorColor => ColorChoice.ByEnvironment(!Console.IsErrorRedirected, Environment.GetEnvironmentVariable);

    /// <inheritdoc />
    public bool HasProgress => !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb" && !IsCi;

    /// <inheritdoc />
    public int Width => Console.IsOutputRedirected ? 0 : Console.WindowWidth;

    // Some build servers give their jobs a terminal, whose every line is kept.
    private static bool IsCi => Environment.GetEnvironmentVariable("CI") is { Length: > 0 } ci && ci is not ("0" or "false");

    /// <summary>Hands everything to the operating system. A reader that has gone away, such as <c>head</c>, is no error.</summary>
    public void Dispose()
    {
        try
        {
            Out.Flush();
            Error.Flush();
        }
        catch (IOException)
        {
            // Nobody reads any more, so there is nobody to tell.
        }
    }

    private static StreamWriter Open(Stream stream, int bufferSize, bool autoFlush)
        => new(stream, Utf8, bufferSize) { NewLine = "\n", AutoFlush = autoFlush };
}
