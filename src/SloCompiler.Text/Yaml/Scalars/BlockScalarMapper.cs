namespace SloCompiler.Text.Yaml.Scalars;

/// <summary>Walks literal and folded block scalars: indentation, folding, more-indented lines and chomping.</summary>
internal sealed class BlockScalarMapper
{
    private readonly OffsetMapBuilder _map;
    private readonly List<int> _blankLineBreaks = [];
    private readonly bool _folds;
    private readonly int _end;
    private int _indent;
    private int _pendingBreak = -1;
    private bool _afterBlank;

    private BlockScalarMapper(OffsetMapBuilder map, int content, int end, bool folds)
    {
        _map = map;
        _folds = folds;
        _end = end;
        _indent = FindIndent(map, content, end);
    }

    /// <summary>Maps a block scalar.</summary>
    /// <param name="file">The file.</param>
    /// <param name="range">From the indicator to the start of what follows.</param>
    /// <param name="value">The decoded value.</param>
    public static YamlOffsetMap? Map(string file, TextSpan range, string value)
    {
        var headerEnd = range.Start;
        while (headerEnd < range.End && !YamlChars.IsBreak(file[headerEnd]))
        {
            headerEnd++;
        }

        var content = headerEnd < range.End ? headerEnd + YamlChars.BreakLength(file, headerEnd) : headerEnd;
        var map = new OffsetMapBuilder(file, value);
        var mapper = new BlockScalarMapper(map, content, range.End, folds: file[range.Start] == '>');
        mapper.AddLines(content);
        mapper.Chomp(file.AsSpan(range.Start, Math.Min(3, headerEnd - range.Start)));
        return map.Build(Math.Min(content, range.End));
    }

    /// <summary>
    /// The indentation, which is the difference between the first line that is not blank and the same line of the value:
    /// so neither the parent's indentation nor the header needs to be known.
    /// </summary>
    private static int FindIndent(OffsetMapBuilder map, int content, int end)
    {
        var inValue = 0;
        var line = content;
        while (line < end)
        {
            var spaces = CountSpaces(map.File, line, end);
            var valueSpaces = CountSpaces(map.Value, inValue, map.Value.Length);
            var next = line + spaces;
            if (next == end || !YamlChars.IsBreak(map.File[next]) || valueSpaces > 0)
            {
                return Math.Max(0, spaces - valueSpaces);
            }

            inValue++;
            line = next + YamlChars.BreakLength(map.File, next);
        }

        return int.MaxValue;
    }

    private static int CountSpaces(string text, int start, int end)
    {
        var offset = start;
        while (offset < end && text[offset] == ' ')
        {
            offset++;
        }

        return Math.Max(0, offset - start);
    }

    private void AddLines(int content)
    {
        var line = content;
        while (line < _end)
        {
            // At the root, where content may start in the first column, the scanner takes the first indentation for the block's.
            var spaces = CountSpaces(_map.File, line, _end);
            var offset = line + (_indent == 0 ? spaces : Math.Min(_indent, spaces));
            if (offset == _end)
            {
                return;
            }

            if (YamlChars.IsBreak(_map.File[offset]))
            {
                _blankLineBreaks.Add(offset);
                line = offset + YamlChars.BreakLength(_map.File, offset);
            }
            else
            {
                _indent = _indent == 0 ? spaces : _indent;
                AddBreaksBefore(isBlank: YamlChars.IsBlank(_map.File[offset]));
                line = AddLine(offset);
            }
        }
    }

    private int AddLine(int start)
    {
        var offset = start;
        while (offset < _end && !YamlChars.IsBreak(_map.File[offset]))
        {
            _map.AddVerbatim(offset);
            offset++;
        }

        if (offset == _end)
        {
            return offset;
        }

        _pendingBreak = offset;
        return offset + YamlChars.BreakLength(_map.File, offset);
    }

    private void AddBreaksBefore(bool isBlank)
    {
        if (_pendingBreak >= 0)
        {
            var folds = _folds && !_afterBlank && !isBlank && YamlChars.BreakValue(_map.File[_pendingBreak]) == '\n';
            if (!folds)
            {
                _map.AddBreak(_pendingBreak);
            }
            else if (_blankLineBreaks.Count == 0)
            {
                _map.Add(' ', _pendingBreak, YamlChars.BreakLength(_map.File, _pendingBreak));
            }

            _pendingBreak = -1;
        }

        AddBlankLines();
        _afterBlank = isBlank;
    }

    private void AddBlankLines()
    {
        _blankLineBreaks.ForEach(_map.AddBreak);
        _blankLineBreaks.Clear();
    }

    private void Chomp(ReadOnlySpan<char> header)
    {
        if (_pendingBreak >= 0 && !header.Contains('-'))
        {
            _map.AddBreak(_pendingBreak);
        }

        if (header.Contains('+'))
        {
            AddBlankLines();
        }
    }
}
