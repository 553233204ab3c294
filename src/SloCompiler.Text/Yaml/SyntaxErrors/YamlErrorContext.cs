using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml.Scalars;

namespace SloCompiler.Text.Yaml.SyntaxErrors;

/// <summary>A failure with the text around it.</summary>
internal sealed record YamlErrorContext(SourceText Source, YamlFailure Failure)
{
    public string Content => Source.Content;

    /// <summary>Where the failure was noticed.</summary>
    public int Offset => Failure.Offset;

    /// <summary>Where the thing starts that failed.</summary>
    public int Start => Failure.Start;

    /// <summary>Whether nothing but blanks and line breaks follows.</summary>
    public bool IsAtEnd => SkipBlanksAndBreaks(Offset) == Content.Length;

    /// <summary>The character at an offset; NUL behind the end.</summary>
    public char At(int offset) => offset >= 0 && offset < Content.Length ? Content[offset] : '\0';

    /// <summary>Whether the parser's words hold a phrase.</summary>
    public bool Says(string phrase) => Failure.ParserMessage.Contains(phrase, StringComparison.Ordinal);

    /// <summary>The line of an offset, from 1.</summary>
    public int LineOf(int offset) => Source.GetPosition(offset).Line;

    /// <summary>Offset of the first unit of the line of an offset.</summary>
    public int LineStart(int offset) => Source.GetLineStart(LineOf(offset));

    /// <summary>Offset behind the last unit of the line that is not blank.</summary>
    public int LineEnd(int offset)
    {
        var line = LineOf(offset);
        return Source.GetLineStart(line) + Source.GetLine(line).TrimEnd().Length;
    }

    /// <summary>The first offset from one on that holds neither a blank nor a line break.</summary>
    public int SkipBlanksAndBreaks(int offset)
    {
        var next = offset;
        while (next < Content.Length && YamlChars.IsBlankOrBreak(Content[next]))
        {
            next++;
        }

        return next;
    }

    /// <summary>The location from one offset to another, but at least one unit where the text has one.</summary>
    public SourceSpan Span(int start, int end)
    {
        var last = Math.Min(Content.Length, Math.Max(end, start + 1));
        return new SourceSpan(Source, TextSpan.FromBounds(Math.Min(start, last), last));
    }

    /// <summary>The location of one unit.</summary>
    public SourceSpan Unit(int offset) => Span(offset, offset + 1);

    /// <summary>From the start of the failure to the end of that line.</summary>
    public SourceSpan RestOfLine(int offset) => Span(offset, LineEnd(offset));

    /// <summary>A syntax error with its own advice.</summary>
    public static Diagnostic Error(SourceSpan span, string message, string help)
        => new(TextDiagnostics.YamlSyntax, span, message) { Help = help };
}
