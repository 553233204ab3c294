using System.Collections.Immutable;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml.Scalars;
using YamlDotNet.Core.Events;

namespace SloCompiler.Text.Yaml.Composing;

/// <summary>Builds the tree of one document from parser events.</summary>
internal sealed class YamlComposer(SourceText source, YamlEventReader events, DiagnosticBag diagnostics)
{
    private readonly AnchorTable _anchors = new(source, diagnostics);
    private int _lastEnd;
    private int _nodes;

    /// <summary>Whether the tree is not what was written: an alias has no node, or a limit was passed.</summary>
    public bool IsBroken => _anchors.HasFailed || IsStopped;

    /// <summary>Whether a limit ended the reading of this document before its end.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Composes the node that an event starts; null after a failure.</summary>
    public YamlNode? Compose(ParsingEvent? first)
    {
        if (IsStopped || IsTooLarge())
        {
            return null;
        }

        switch (first)
        {
            case AnchorAlias alias:
                return Resolve(alias);
            case Scalar scalar:
                return Anchored(scalar, ComposeScalar(scalar));
            case SequenceStart sequence:
                _anchors.Open(sequence.Anchor);
                return IsTooDeep(sequence) ? null : Anchored(sequence, ComposeSequence(sequence));
            case MappingStart mapping:
                _anchors.Open(mapping.Anchor);
                return IsTooDeep(mapping) ? null : Anchored(mapping, ComposeMapping(mapping));
            default:
                StopUnlessFailed(events.LastRange, "This is not valid YAML.");
                return null;
        }
    }

    private YamlScalar ComposeScalar(Scalar scalar)
    {
        var composed = ScalarFactory.Create(source, scalar, events.RangeOf(scalar));
        _lastEnd = composed.Span.Range.End;
        return composed;
    }

    private YamlSequence? ComposeSequence(SequenceStart first)
    {
        var start = StartOf(first);
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        for (var next = events.Next(); next is not SequenceEnd; next = events.Next())
        {
            if (Compose(next) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new YamlSequence(SpanFrom(start, ']'), items.ToImmutable());
    }

    private YamlMapping? ComposeMapping(MappingStart first)
    {
        var start = StartOf(first);
        var isFlow = IsAt(start, '{');
        var isPair = first.Style == MappingStyle.Flow && !isFlow;
        var entries = new MappingBuilder(_anchors, diagnostics);
        for (var next = events.Next(); next is not MappingEnd; next = events.Next())
        {
            if (Compose(next) is not { } key || IsMissing(key) || Compose(events.Next()) is not { } value)
            {
                return null;
            }

            // The event of a pair in brackets, [a: b], starts too early.
            start = isPair ? Math.Max(start, key.Span.Range.Start) : start;
            entries.Add(key, value);
        }

        return entries.Build(SpanFrom(start, '}'), isFlow);
    }

    private YamlNode? Resolve(AnchorAlias alias)
    {
        var range = events.RangeOf(alias);
        _lastEnd = range.End;
        var node = _anchors.Resolve(alias.Value, new SourceSpan(source, range));
        IsStopped |= _anchors.IsTooLarge;
        return node;
    }

    private T? Anchored<T>(NodeEvent first, T? node)
        where T : YamlNode
    {
        _anchors.Close(first.Anchor, node);
        return node;
    }

    /// <summary>The parser accepts an entry without a key, but loses its value where the entry starts a list item.</summary>
    private bool IsMissing(YamlNode key)
    {
        var isMissing = key.IsUnwritten;
        if (isMissing)
        {
            StopUnlessFailed(key.Span.Range with { Length = 1 }, "An entry has a value but no key.");
        }

        return isMissing;
    }

    private void StopUnlessFailed(TextSpan range, string message)
    {
        if (events.Failure is null)
        {
            IsStopped = true;
            var start = Math.Min(range.Start, source.Content.Length);
            var span = source.Span(start, Math.Min(range.Length, source.Content.Length - start));
            diagnostics.Report(TextDiagnostics.YamlSyntax, span, message);
        }
    }

    private bool IsTooDeep(NodeEvent first)
    {
        if (events.Depth > YamlLimits.MaxDepth)
        {
            IsStopped = true;
            diagnostics.Report(
                TextDiagnostics.NestingTooDeep,
                new SourceSpan(source, new TextSpan(StartOf(first), 1)),
                $"Lists and mappings are nested more than {YamlLimits.MaxDepth} deep here.");
        }

        return IsStopped;
    }

    private bool IsTooLarge()
    {
        if (++_nodes > YamlLimits.MaxNodes)
        {
            IsStopped = true;
            var message = $"The document has more than {YamlLimits.MaxNodes} keys and values.";
            diagnostics.Report(TextDiagnostics.FileTooLarge, new SourceSpan(source, events.LastRange), message);
        }

        return IsStopped;
    }

    private int StartOf(NodeEvent first)
    {
        var start = YamlChars.SkipProperties(source.Content, events.RangeOf(first).Start, source.Content.Length);
        _lastEnd = start;
        return start;
    }

    private bool IsAt(int offset, char bracket) => offset < source.Content.Length && source.Content[offset] == bracket;

    /// <summary>A collection ends with its bracket, or with its last child: the event of a block's end comes too late.</summary>
    private SourceSpan SpanFrom(int start, char closing)
    {
        if (IsAt(start, closing == ']' ? '[' : '{'))
        {
            var end = events.LastRange.Start;
            _lastEnd = IsAt(end, closing) ? end + 1 : Math.Max(events.LastRange.End, _lastEnd);
        }

        return new SourceSpan(source, TextSpan.FromBounds(start, Math.Max(start, _lastEnd)));
    }
}
