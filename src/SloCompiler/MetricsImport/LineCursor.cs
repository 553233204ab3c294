using System.Text;

namespace SloCompiler.MetricsImport;

/// <summary>A place in a line of a text.</summary>
/// <param name="text">The whole text.</param>
/// <param name="start">Where the line starts.</param>
/// <param name="end">Where it ends.</param>
internal sealed class LineCursor(string text, int start, int end)
{
    /// <summary>The place in the whole text.</summary>
    public int Position { get; private set; } = start;

    /// <summary>Whether the line is over.</summary>
    public bool IsAtEnd => Position >= end;

    /// <summary>The next character; 0 at the end.</summary>
    public char Peek => IsAtEnd ? '\0' : text[Position];

    /// <summary>The rest of the line.</summary>
    public string Rest => text[Position..Math.Max(Position, end)];

    /// <summary>Goes on by one character.</summary>
    public void Take() => Position++;

    /// <summary>Goes on to what is no space.</summary>
    public void SkipSpace()
    {
        while (Peek is ' ' or '\t')
        {
            Position++;
        }
    }

    /// <summary>Takes all up to the next space.</summary>
    public string TakeWord()
    {
        var first = Position;
        while (!IsAtEnd && Peek is not (' ' or '\t'))
        {
            Position++;
        }

        return text[first..Position];
    }

    /// <summary>Takes a name, or one in quotes; null where there is none.</summary>
    /// <param name="problem">Why there is none, in words that go on from "but".</param>
    public string? TakeName(out string? problem)
    {
        if (Peek == '"')
        {
            return TakeQuoted(out problem);
        }

        var first = Position;
        while (char.IsAsciiLetter(Peek) || Peek is '_' or ':' || (Position > first && char.IsAsciiDigit(Peek)))
        {
            Position++;
        }

        problem = IsAtEnd ? "the line ends" : $"there is \"{Peek}\"";
        return Position > first ? text[first..Position] : null;
    }

    /// <summary>Takes a text in double quotes; null where it is not closed.</summary>
    /// <param name="problem">What is wrong with it, in words that go on from what it is.</param>
    public string? TakeQuoted(out string? problem)
    {
        problem = null;
        var value = new StringBuilder();
        Position++;
        while (!IsAtEnd)
        {
            var c = Peek;
            Position++;
            if (c == '"')
            {
                return value.ToString();
            }

            if (c == '\\' && !IsAtEnd)
            {
                c = Peek == 'n' ? '\n' : Peek;
                Position++;
            }

            value.Append(c);
        }

        problem = "is not closed with a double quote";
        return null;
    }
}
