using System.Collections.Frozen;

namespace SloCompiler.PromQL.Re2;

/// <summary>Character classes.</summary>
internal ref partial struct Re2Reader
{
    private static readonly FrozenSet<string> PosixClasses = new[]
    {
        "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "word", "xdigit",
    }.ToFrozenSet(StringComparer.Ordinal);

    private void ReadClass()
    {
        var start = _position++;
        _position += !IsAtEnd && Current == '^' ? 1 : 0;
        var isFirst = true;
        while (Problem is null && (IsAtEnd || Current != ']' || isFirst))
        {
            isFirst = false;
            if (IsAtEnd)
            {
                FailOpen(start);
            }
            else if (!TryReadPosixClass() && !TryReadSetInClass())
            {
                ReadClassRange(start);
            }
        }

        _position++;
        _level.Push(Re2Part.Set);
    }

    private bool TryReadSetInClass() => Current == '\\' && TryReadSet();

    private bool TryReadPosixClass()
    {
        if (Current != '[' || Next != ':')
        {
            return false;
        }

        var start = _position;
        var end = pattern.IndexOf(":]", _position + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        var name = pattern.AsSpan(start + 2, end - start - 2);
        name = name is ['^', ..] ? name[1..] : name;
        _position = end + 2;
        if (!PosixClasses.Contains(name.ToString()))
        {
            Fail("invalid character class range", start, $"Known are {string.Join(", ", PosixClasses.Order(StringComparer.Ordinal))}.");
        }

        return true;
    }

    private void ReadClassRange(int classStart)
    {
        var start = _position;
        var low = ReadClassCharacter(classStart);
        if (Problem is not null || IsAtEnd || Current != '-' || Next is '\0' or ']')
        {
            return;
        }

        _position++;
        var high = ReadClassCharacter(classStart);
        if (Problem is null && high < low)
        {
            Fail("invalid character class range", start, "The first character of a range comes before the second; a plain - stands first or last.");
        }
    }

    private int ReadClassCharacter(int classStart)
    {
        if (!IsAtEnd)
        {
            return Current == '\\' ? ReadEscapedCharacter() : TakeCharacter();
        }

        FailOpen(classStart);
        return NoCharacter;
    }

    private void FailOpen(int start) => Fail("missing closing ]", pattern[start..], start, 1, "Add the bracket, or escape the opening one.");
}
