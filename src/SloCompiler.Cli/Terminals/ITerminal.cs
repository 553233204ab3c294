namespace SloCompiler.Cli.Terminals;

/// <summary>Where the command prints. Findings and results go to <see cref="Out"/>, everything else to <see cref="Error"/>.</summary>
public interface ITerminal
{
    /// <summary>Standard input.</summary>
    Stream Input { get; }

    /// <summary>Standard output.</summary>
    TextWriter Out { get; }

    /// <summary>Standard error.</summary>
    TextWriter Error { get; }

    /// <summary>Whether standard output is a terminal that shows colours, and the user has not asked for none.</summary>
    bool HasColor { get; }

    /// <summary>Whether standard error is a terminal, so that progress can be shown and erased.</summary>
    bool HasProgress { get; }

    /// <summary>Width of the terminal in columns; 0 where output does not go to one.</summary>
    int Width { get; }
}
