using System.Globalization;
using System.Text;

namespace SloCompiler.BackEnds.Prometheus.UnitTests;

/// <summary>
/// Makes a short text that a simple regular expression accepts. It knows literals, alternatives, groups, classes and
/// quantifiers; what it makes must be checked, because it gives up on nothing else aloud.
/// </summary>
internal sealed class RegexExample
{
    private const int MaxDepth = 50;
    private readonly string _pattern;
    private int _position;

    private RegexExample(string pattern) => _pattern = pattern;

    /// <summary>One example for each alternative on the top level.</summary>
    public static IEnumerable<string> Of(string pattern)
    {
        var reader = new RegexExample(pattern);
        while (true)
        {
            yield return reader.ReadSequence(0);
            if (reader._position >= pattern.Length)
            {
                yield break;
            }

            reader._position++;
        }
    }

    /// <summary>Reads up to a bar, a closing parenthesis or the end.</summary>
    private string ReadSequence(int depth)
    {
        var text = new StringBuilder();
        while (_position < _pattern.Length && _pattern[_position] != '|' && !(depth > 0 && _pattern[_position] == ')'))
        {
            var atom = ReadAtom(depth);
            text.Insert(text.Length, atom, Math.Min(ReadRepetitions(), 20));
        }

        return text.ToString();
    }

    private string ReadAtom(int depth)
    {
        var c = _pattern[_position++];
        return c switch
        {
            '^' or '$' => "",
            '.' => "0",
            '\\' => ReadEscape(),
            '[' => ReadClass(),
            '(' when depth < MaxDepth => ReadGroup(depth + 1),
            _ => c.ToString(),
        };
    }

    private string ReadGroup(int depth)
    {
        if (_position + 1 < _pattern.Length && _pattern[_position] == '?')
        {
            _position += 2;
        }

        var first = ReadSequence(depth);
        while (_position < _pattern.Length && _pattern[_position] == '|')
        {
            _position++;
            ReadSequence(depth);
        }

        _position++;
        return first;
    }

    private string ReadEscape()
    {
        var c = _position < _pattern.Length ? _pattern[_position++] : '\\';
        return c switch
        {
            'd' => "0",
            'w' or 'S' or 'D' => "x",
            's' or 'W' => " ",
            'b' or 'B' or 'A' or 'z' => "",
            _ => c.ToString(),
        };
    }

    /// <summary>The first member of a class; for a negated class a letter, digit or sign that is not in it.</summary>
    private string ReadClass()
    {
        var end = _pattern.IndexOf(']', Math.Min(_position + 1, _pattern.Length));
        if (end < 0)
        {
            return "";
        }

        var body = _pattern[_position..end];
        _position = end + 1;
        if (body.StartsWith('^'))
        {
            var free = "x0-a/".FirstOrDefault(c => !body.Contains(c, StringComparison.Ordinal), '_');
            return free.ToString();
        }

        return body.StartsWith("\\d", StringComparison.Ordinal) ? "0" : body.TrimStart('\\')[..1];
    }

    private int ReadRepetitions()
    {
        if (_position >= _pattern.Length)
        {
            return 1;
        }

        var count = 1;
        switch (_pattern[_position])
        {
            case '?' or '*':
                _position++;
                count = 0;
                break;
            case '+':
                _position++;
                break;
            case '{' when _pattern.IndexOf('}', _position) is var end and > 0:
                var least = _pattern[(_position + 1)..end].Split(',')[0];
                count = int.TryParse(least, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
                _position = end + 1;
                break;
        }

        if (_position < _pattern.Length && _pattern[_position] == '?')
        {
            _position++;
        }

        return count;
    }
}
