using System.Collections.Immutable;
using SloCompiler.Text;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Checks.Suppressions;

/// <summary>
/// The lines that a comment holds for: its own or the next. Above the first key of a list item, such as a rule, a group or an
/// SLO, all of the item; on or above a key whose text spans lines, all of the text.
/// </summary>
internal sealed class CoveredLines
{
    private readonly SourceText _source;
    private readonly Dictionary<int, int> _items = [];
    private readonly Dictionary<int, int> _texts = [];

    private CoveredLines(SourceText source) => _source = source;

    /// <summary>Learns the layout of a file.</summary>
    public static CoveredLines Of(SourceText source, ImmutableArray<YamlDocument> documents)
    {
        var lines = new CoveredLines(source);
        foreach (var root in documents.Select(d => d.Root).OfType<YamlNode>())
        {
            lines.Learn(root);
        }

        return lines;
    }

    /// <summary>The lines that a comment holds for; null where nothing stands below it.</summary>
    /// <param name="comment">The comment.</param>
    /// <param name="expression">The expression that it is inside of; null for a comment of YAML.</param>
    public LineRange? Of(TextSpan comment, YamlScalar? expression)
    {
        var (line, column) = _source.GetPosition(comment.Start);
        var isAtEnd = !IsBare(_source.GetLine(line)[..(column - 1)]);
        var last = expression is null ? _source.LineCount : LastLineOf(expression);
        var target = isAtEnd ? line : Enumerable.Range(line + 1, Math.Max(0, last - line)).FirstOrDefault(HasContent);
        if (target == 0 || expression is not null)
        {
            return target == 0 ? null : new LineRange(target, target);
        }

        var end = _texts.GetValueOrDefault(target, target);
        return new LineRange(target, isAtEnd ? end : Math.Max(end, _items.GetValueOrDefault(target, target)));
    }

    private bool HasContent(int line)
    {
        var text = _source.GetLine(line);
        return !IsBare(text) && text.AsSpan().TrimStart(" \t-")[0] != '#';
    }

    private static bool IsBare(string text) => text.AsSpan().Trim(" \t-").IsEmpty;

    private void Learn(YamlNode node)
    {
        switch (node)
        {
            case YamlSequence list:
                foreach (var item in list.Items)
                {
                    if (item is YamlMapping { Entries: [var first, ..] })
                    {
                        _items[first.Key.Span.Start.Line] = LastLineOf(item);
                    }

                    Learn(item);
                }

                break;
            case YamlMapping mapping:
                foreach (var (key, value) in mapping.Entries)
                {
                    LearnText(key, value);
                    Learn(value);
                }

                break;
        }
    }

    // What stands before its key is written elsewhere and named by an alias.
    private void LearnText(YamlScalar key, YamlNode value)
    {
        if (value is YamlScalar && value.Span.Range.Start > key.Span.Range.Start)
        {
            _texts[key.Span.Start.Line] = LastLineOf(value);
        }
    }

    // A mapping reaches up to the next token.
    private int LastLineOf(YamlNode node)
    {
        var end = node.Span.Range.End;
        while (end > node.Span.Range.Start && char.IsWhiteSpace(_source.Content[end - 1]))
        {
            end--;
        }

        return _source.GetPosition(end).Line;
    }
}
