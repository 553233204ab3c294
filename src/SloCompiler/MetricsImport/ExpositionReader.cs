using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.MetricsImport;

/// <summary>
/// Reads Prometheus's text format 0.0.4 and OpenMetrics 1.0, line by line and without recursion. What is in both is read the same
/// way; values of samples only matter where they tell a type.
/// </summary>
internal sealed class ExpositionReader
{
    private const int MostFamilies = 20_000;
    private const int MostProblems = 20;

    private static readonly string[] Types =
        ["counter", "gauge", "histogram", "summary", "untyped", "unknown", "info", "stateset", "gaugehistogram"];

    // The samples of a family are named by its name and one of these.
    private static readonly string[] Suffixes = ["_bucket", "_count", "_sum", "_total", "_created", "_info", "_gcount", "_gsum"];

    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, ExposedFamily> _families = new(StringComparer.Ordinal);
    private int _problems;

    private ExpositionReader(SourceText source, DiagnosticBag diagnostics) => (_source, _diagnostics) = (source, diagnostics);

    /// <summary>The families, by ordinal order of their names.</summary>
    public static ImmutableArray<ExposedFamily> Read(SourceText source, DiagnosticBag diagnostics)
    {
        var reader = new ExpositionReader(source, diagnostics);
        reader.ReadLines();
        return [.. reader._families.Values.OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    private void ReadLines()
    {
        var text = _source.Content;
        var start = 0;
        while (start < text.Length && _problems < MostProblems && _families.Count <= MostFamilies)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (!ReadLine(new LineCursor(text, start, end > start && text[end - 1] == '\r' ? end - 1 : end)))
            {
                break;
            }

            start = end + 1;
        }

        if (_families.Count > MostFamilies)
        {
            _diagnostics.Report(MetricsImportDiagnostics.TooLarge, _source.Span(start, 0), $"There are more than {MostFamilies.ToString(CultureInfo.InvariantCulture)} metrics.");
        }
    }

    // False at the end that OpenMetrics marks.
    private bool ReadLine(LineCursor line)
    {
        line.SkipSpace();
        if (line.IsAtEnd)
        {
            return true;
        }

        if (line.Peek == '#')
        {
            return ReadComment(line);
        }

        ReadSample(line);
        return true;
    }

    private bool ReadComment(LineCursor line)
    {
        line.Take();
        line.SkipSpace();
        var word = line.TakeWord();
        if (word == "EOF" && line.IsAtEnd)
        {
            return false;
        }

        if (word is not ("HELP" or "TYPE" or "UNIT"))
        {
            return true;
        }

        line.SkipSpace();
        var start = line.Position;
        if (line.TakeName(out var problem) is not { } name)
        {
            Report(start, line.Position - start, $"Behind {word}, {problem}.");
            return true;
        }

        line.SkipSpace();
        Describe(word, Find(name), line);
        return true;
    }

    private void Describe(string word, ExposedFamily family, LineCursor line)
    {
        var rest = line.Rest;
        switch (word)
        {
            case "HELP":
                family.Help = Unescape(rest);
                break;
            case "UNIT":
                family.Unit = rest.Trim();
                break;
            case var _ when Types.Contains(rest.Trim()):
                if (family.Type is { } before && before != rest.Trim())
                {
                    Report(line.Position, rest.Length, $"{family.Name} was a {before} in a line above.");
                }

                family.Type = rest.Trim();
                break;
            default:
                var near = Suggestions.Nearest(rest.Trim(), Types);
                Report(line.Position, rest.Length, $"\"{rest.Trim()}\" is no type of metrics.{(near is null ? "" : $" Did you mean {near}?")}");
                break;
        }
    }

    private void ReadSample(LineCursor line)
    {
        var start = line.Position;
        string? name = null;
        string? problem = null;
        if (line.Peek != '{' && (name = line.TakeName(out problem)) is null)
        {
            Report(start, Math.Max(1, line.Position - start), $"A sample starts with the name of a metric, but {problem}.");
            return;
        }

        line.SkipSpace();
        var labels = new List<KeyValuePair<string, string>>();
        if (line.Peek == '{' && !ReadLabels(line, labels, ref name))
        {
            return;
        }

        if (name is null)
        {
            Report(start, line.Position - start, "The sample has no name.");
            return;
        }

        line.SkipSpace();
        var valueStart = line.Position;
        var value = line.TakeWord();
        if (ReadNumber(value) is not { } number)
        {
            Report(valueStart, Math.Max(1, value.Length), value.Length == 0 ? $"The sample of {name} has no value." : $"\"{Cut(value)}\" is no number.");
            return;
        }

        line.SkipSpace();
        if (CheckTime(line))
        {
            Add(name, labels, number);
        }
    }

    // A time stamp, and in OpenMetrics an exemplar behind it.
    private bool CheckTime(LineCursor line)
    {
        if (line.IsAtEnd || line.Peek == '#')
        {
            return true;
        }

        var start = line.Position;
        var time = line.TakeWord();
        line.SkipSpace();
        if (ReadNumber(time) is null)
        {
            Report(start, time.Length, $"\"{Cut(time)}\" is no time stamp; a value with spaces, or a second value, cannot stand here.");
            return false;
        }

        if (!line.IsAtEnd && line.Peek != '#')
        {
            Report(line.Position, line.Rest.Length, "Behind the time stamp the line must end.");
            return false;
        }

        return true;
    }

    private bool ReadLabels(LineCursor line, List<KeyValuePair<string, string>> labels, ref string? name)
    {
        line.Take();
        while (true)
        {
            line.SkipSpace();
            if (line.Peek == '}')
            {
                line.Take();
                return true;
            }

            var start = line.Position;
            var isQuoted = line.Peek == '"';
            var label = isQuoted ? line.TakeQuoted(out var problem) : line.TakeName(out problem);
            if (label is null)
            {
                Report(start, Math.Max(1, line.Position - start), line.IsAtEnd ? "The brace { is never closed." : $"A label is expected, but {problem}.");
                return false;
            }

            line.SkipSpace();
            if (line.Peek == '=')
            {
                line.Take();
                line.SkipSpace();
                var valueStart = line.Position;
                if (line.Peek != '"')
                {
                    Report(valueStart, line.IsAtEnd ? 0 : 1, $"The value of {label} must stand in double quotes.");
                    return false;
                }

                if (line.TakeQuoted(out problem) is not { } value)
                {
                    Report(valueStart, line.Position - valueStart, $"The value of {label} {problem}.");
                    return false;
                }

                labels.Add(KeyValuePair.Create(label, value));
            }
            else if (isQuoted && name is null)
            {
                name = label;
            }
            else
            {
                Report(line.Position, 1, $"Behind the label {label}, = is expected.");
                return false;
            }

            line.SkipSpace();
            if (line.Peek == ',')
            {
                line.Take();
            }
            else if (line.Peek != '}')
            {
                Report(line.Position, line.IsAtEnd ? 0 : 1, line.IsAtEnd ? "The brace { is never closed." : "Between labels, a comma is expected.");
                return false;
            }
        }
    }

    private void Add(string sample, List<KeyValuePair<string, string>> labels, double value)
    {
        var family = FamilyOf(sample);
        family.Samples.Add(sample);
        family.IsAlwaysOne &= value == 1;
        foreach (var (label, text) in labels)
        {
            if (label == "le" && sample.EndsWith("_bucket", StringComparison.Ordinal))
            {
                if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound))
                {
                    family.Bounds.Add(bound);
                }
            }
            else if (!(label == "quantile" && family.Type == "summary"))
            {
                family.Labels.Add(label);
            }
        }
    }

    private ExposedFamily FamilyOf(string sample)
    {
        if (_families.TryGetValue(sample, out var own))
        {
            return own;
        }

        foreach (var suffix in Suffixes)
        {
            if (sample.EndsWith(suffix, StringComparison.Ordinal) && _families.TryGetValue(sample[..^suffix.Length], out var family))
            {
                return family;
            }
        }

        return Find(sample);
    }

    private ExposedFamily Find(string name)
    {
        if (!_families.TryGetValue(name, out var family))
        {
            _families[name] = family = new ExposedFamily(name);
        }

        return family;
    }

    private static double? ReadNumber(string text) => text switch
    {
        "+Inf" or "Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        "NaN" or "Nan" or "nan" => double.NaN,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null,
    };

    private static string Unescape(string help)
        => help.Contains('\\', StringComparison.Ordinal)
            ? help.Replace("\\\\", "\u0001", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal).Replace('\u0001', '\\').Trim()
            : help.Trim();

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private void Report(int start, int length, string message)
    {
        _problems++;
        _diagnostics.Report(MetricsImportDiagnostics.Invalid, _source.Span(start, length), message);
    }
}
