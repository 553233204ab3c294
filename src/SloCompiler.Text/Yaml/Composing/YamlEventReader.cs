using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SloCompiler.Text.Yaml.Composing;

/// <summary>
/// Reads parser events with offsets in the file. The parser ends on bad input with exceptions of many types, some without
/// a position: here each becomes a <see cref="YamlFailure"/>.
/// </summary>
internal sealed class YamlEventReader
{
    private readonly SourceText _source;
    private readonly int _start;
    private readonly Scanner _scanner;
    private readonly Parser _parser;

    public YamlEventReader(SourceText source, int start)
    {
        _source = source;
        _start = start;
        _scanner = new Scanner(new TextSliceReader(source.Content, start), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>Why reading stopped, if it failed.</summary>
    public YamlFailure? Failure { get; private set; }

    /// <summary>How many collections are open.</summary>
    public int Depth { get; private set; }

    /// <summary>Where the last event was that is more than the end of something.</summary>
    public TextSpan LastRange { get; private set; }

    /// <summary>The next event; null at the end, and after a failure.</summary>
    public ParsingEvent? Next()
    {
        var next = Advance();
        if (next is not null)
        {
            Depth += next is SequenceStart or MappingStart or SequenceEnd or MappingEnd ? next.NestingIncrease : 0;
            LastRange = RangeOf(next);
        }

        return next;
    }

    /// <summary>Where an event is in the file.</summary>
    public TextSpan RangeOf(ParsingEvent parsingEvent)
    {
        var start = OffsetOf(parsingEvent.Start);
        return TextSpan.FromBounds(start, Math.Max(start, OffsetOf(parsingEvent.End)));
    }

    private ParsingEvent? Advance()
    {
        try
        {
            return Failure is null && _parser.MoveNext() ? _parser.Current : null;
        }
        catch (YamlException exception)
        {
            var hasPosition = exception.End.Index > 0;
            var offset = OffsetOf(hasPosition ? exception.End : _scanner.CurrentPosition);
            var start = hasPosition ? Math.Min(offset, OffsetOf(exception.Start)) : offset;
            Failure = new YamlFailure(offset, start, exception.Message);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            var offset = OffsetOf(_scanner.CurrentPosition);
            Failure = new YamlFailure(offset, offset, "");
        }

        return null;
    }

    private int OffsetOf(Mark mark) => (int)Math.Min(_start + mark.Index, _source.Content.Length);
}
