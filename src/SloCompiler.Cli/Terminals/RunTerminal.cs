namespace SloCompiler.Cli.Terminals;

/// <summary>A terminal as the options of one run want it.</summary>
internal sealed class RunTerminal(ITerminal inner) : ITerminal
{
    private bool _isQuiet;
    private bool? _color;

    /// <inheritdoc />
    public Stream Input => inner.Input;

    /// <inheritdoc />
    public TextWriter Out => inner.Out;

    /// <inheritdoc />
    public TextWriter Error { get; } = new ShownWriter(inner.Error);

    /// <inheritdoc />
    public TextWriter Notes => _isQuiet ? TextWriter.Null : ShownNotes;

    /// <inheritdoc />
    public TextWriter Report => _isQuiet ? TextWriter.Null : ShownReport;

    /// <inheritdoc />
    public bool HasColor => _color ?? inner.HasColor;

    /// <inheritdoc />
    public bool HasErrorColor => _color ?? inner.HasErrorColor;

    /// <inheritdoc />
    public bool HasProgress => !_isQuiet && inner.HasProgress;

    /// <inheritdoc />
    public int Width => inner.Width;

    private TextWriter ShownNotes { get; } = new ShownWriter(inner.Notes);

    private TextWriter ShownReport { get; } = new ShownWriter(inner.Report);

    /// <summary>Applies the options.</summary>
    /// <param name="isQuiet">Whether only results, findings and errors are wanted.</param>
    /// <param name="color">Whether colours are wanted; null to decide by the terminal.</param>
    public void Apply(bool isQuiet, bool? color)
    {
        _isQuiet = isQuiet;
        _color = color;
    }
}
