using System.Globalization;

namespace SloCompiler.Text.Yaml.Scalars;

/// <summary>Walks plain and quoted scalars: line folding, doubled quotes and escape sequences.</summary>
internal static class FlowScalarMapper
{
    /// <summary>Maps a plain scalar; its range ends with its last character that is not blank.</summary>
    public static YamlOffsetMap? MapPlain(string file, TextSpan range, string value)
    {
        var map = new OffsetMapBuilder(file, value);
        var offset = range.Start;
        while (offset < range.End)
        {
            offset = AddBlanksOrUnit(map, offset, range.End);
        }

        return map.Build(range.Start);
    }

    /// <summary>Maps a scalar in single quotes, which its range includes.</summary>
    public static YamlOffsetMap? MapSingleQuoted(string file, TextSpan range, string value)
    {
        var map = new OffsetMapBuilder(file, value);
        var offset = range.Start + 1;
        while (offset < range.End - 1)
        {
            if (file[offset] == '\'')
            {
                map.Add('\'', offset, 2);
                offset += 2;
            }
            else
            {
                offset = AddBlanksOrUnit(map, offset, range.End - 1);
            }
        }

        return map.Build(range.Start + 1);
    }

    /// <summary>Maps a scalar in double quotes, which its range includes.</summary>
    public static YamlOffsetMap? MapDoubleQuoted(string file, TextSpan range, string value)
    {
        var map = new OffsetMapBuilder(file, value);
        var close = range.End - 1;
        var offset = range.Start + 1;
        while (offset < close)
        {
            offset = file[offset] == '\\' ? AddEscape(map, offset, close) : AddBlanksOrUnit(map, offset, close);
        }

        return map.Build(range.Start + 1);
    }

    private static int AddEscape(OffsetMapBuilder map, int offset, int close)
    {
        var kind = map.File[offset + 1];
        if (YamlChars.IsBreak(kind))
        {
            var next = offset + 1 + YamlChars.BreakLength(map.File, offset + 1);
            return AddFolded(map, next, close, isBreakEscaped: true);
        }

        var digits = kind switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        var length = Math.Min(2 + digits, close - offset);
        map.AddPiece(IsBeyondOneUnit(map.File.AsSpan(offset, length)) ? 2 : 1, offset, length);
        return offset + length;
    }

    private static bool IsBeyondOneUnit(ReadOnlySpan<char> escape)
        => escape.Length == 10
            && int.TryParse(escape[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && code > char.MaxValue;

    private static int AddBlanksOrUnit(OffsetMapBuilder map, int offset, int end)
    {
        if (YamlChars.IsBlankOrBreak(map.File[offset]))
        {
            return AddFolded(map, offset, end, isBreakEscaped: false);
        }

        map.AddVerbatim(offset);
        return offset + 1;
    }

    /// <summary>
    /// Blanks without a line break stay. With line breaks, blanks vanish and the first break does too, except that a single
    /// one becomes a space.
    /// </summary>
    private static int AddFolded(OffsetMapBuilder map, int start, int end, bool isBreakEscaped)
    {
        var next = start;
        while (next < end && YamlChars.IsBlankOrBreak(map.File[next]))
        {
            next++;
        }

        var firstBreak = isBreakEscaped ? -1 : NextBreak(map.File, start, next);
        if (!isBreakEscaped && firstBreak == next)
        {
            AddVerbatim(map, start, next);
            return next;
        }

        var further = isBreakEscaped ? start : firstBreak + YamlChars.BreakLength(map.File, firstBreak);
        var secondBreak = NextBreak(map.File, further, next);
        AddFirstBreak(map, firstBreak, isAlone: secondBreak == next);
        for (var offset = secondBreak; offset < next; offset = NextBreak(map.File, offset, next))
        {
            map.AddBreak(offset);
            offset += YamlChars.BreakLength(map.File, offset);
        }

        return next;
    }

    private static void AddFirstBreak(OffsetMapBuilder map, int offset, bool isAlone)
    {
        if (offset < 0)
        {
            return;
        }

        if (YamlChars.BreakValue(map.File[offset]) != '\n')
        {
            map.AddBreak(offset);
        }
        else if (isAlone)
        {
            map.Add(' ', offset, YamlChars.BreakLength(map.File, offset));
        }
    }

    private static int NextBreak(string file, int start, int end)
    {
        var offset = start;
        while (offset < end && !YamlChars.IsBreak(file[offset]))
        {
            offset++;
        }

        return offset;
    }

    private static void AddVerbatim(OffsetMapBuilder map, int start, int end)
    {
        for (var offset = start; offset < end; offset++)
        {
            map.AddVerbatim(offset);
        }
    }
}
