using System.Text;
using System.Threading.Channels;

namespace SloCompiler.Cli.Tests.Incremental;

/// <summary>The lines that a command says, which a test waits for.</summary>
internal sealed class SaidLines
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public void Add(string? line) => _lines.Writer.TryWrite(line ?? "");

    /// <summary>Waits for a line that holds a text, and returns it.</summary>
    public async Task<string> Hears(string text)
    {
        using var limit = new CancellationTokenSource(Longest);
        var heard = new StringBuilder();
        try
        {
            while (true)
            {
                var line = await _lines.Reader.ReadAsync(limit.Token);
                heard.Append(line).Append('\n');
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    return line;
                }
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"\"{text}\" was not heard within {Longest}:\n{heard}");
        }
    }
}
