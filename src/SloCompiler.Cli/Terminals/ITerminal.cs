namespace SloCompiler.Cli.Terminals;

/// <summary>Where the command prints. Findings and results go to <see cref="Out"/>, everything else to <see cref="Error"/>.</summary>
public interface ITerminal
{
    /// <summary>Standard input.</summary>
    Stream Input { get; }

    /// <summary>Standard output.</summary>
    TextWriter Out { get; }

    /// <summary>Standard error: why a command did not do what it was asked to.</summary>
    TextWriter Error { get; }

    /// <summary>Standard error again, for what is no error: summaries, hints, what was written. Silent where the user wants quiet.</summary>
    TextWriter Notes { get; }

    /// <summary>Standard output again, for lists of what was written. Silent where the user wants quiet.</summary>
    TextWriter Report { get; }

    /// <summary>Whether standard output shows colours, and the user has not asked for none.</summary>
    bool HasColor { get; }

    /// <summary>The same for standard error.</summary>
    bool HasErrorColor { get; }

    /// <summary>Whether standard error is a terminal, so that progress can be shown and erased.</summary>
    bool HasProgress { get; }

    /// <summary>Width of the terminal in columns; 0 where output does not go to one.</summary>
    int Width { get; }
}
