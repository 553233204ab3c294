namespace SloCompiler.Cli.Terminals;

/// <summary>Colours by escape sequences; none where the terminal shows none.</summary>
public sealed class Ansi(bool enabled)
{
    /// <summary>Bold.</summary>
    public string Bold(string text) => Wrap("1", text);

    /// <summary>Faint, for what matters less.</summary>
    public string Faint(string text) => Wrap("2", text);

    /// <summary>Red and bold, for errors.</summary>
    public string Red(string text) => Wrap("1;31", text);

    /// <summary>Green, for what is new.</summary>
    public string Green(string text) => Wrap("32", text);

    /// <summary>Yellow and bold, for warnings.</summary>
    public string Yellow(string text) => Wrap("1;33", text);

    /// <summary>Cyan and bold, for information.</summary>
    public string Cyan(string text) => Wrap("1;36", text);

    private string Wrap(string code, string text) => enabled && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
