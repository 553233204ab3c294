using System.Collections.Immutable;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;
using Xunit;

namespace SloCompiler.Text.Tests.Yaml;

/// <summary>Short ways to read YAML in tests.</summary>
internal static class YamlTesting
{
    public static (ImmutableArray<YamlDocument> Documents, ImmutableArray<Diagnostic> Diagnostics) Read(string text)
    {
        var diagnostics = new DiagnosticBag();
        var documents = YamlReader.Read(new SourceText("spec.yaml", text), diagnostics);
        return (documents, diagnostics.ToImmutable());
    }

    /// <summary>The root of a text that has one valid document.</summary>
    public static YamlNode Root(string text)
    {
        var (documents, diagnostics) = Read(text);
        Assert.Empty(diagnostics.Select(Describe));
        return Assert.IsAssignableFrom<YamlNode>(Assert.Single(documents).Root);
    }

    public static YamlMapping Mapping(string text) => Assert.IsType<YamlMapping>(Root(text));

    /// <summary>The value of a key that must be there.</summary>
    public static YamlNode Value(YamlNode node, string key)
    {
        var entry = Assert.IsType<YamlMapping>(node).Find(key);
        Assert.NotNull(entry);
        return entry.Value;
    }

    public static YamlScalar Scalar(YamlNode node, string key) => Assert.IsType<YamlScalar>(Value(node, key));

    /// <summary>The only finding, as <c>line:column name message</c>.</summary>
    public static string OnlyFinding(string text) => Describe(Assert.Single(Read(text).Diagnostics));

    public static string Describe(Diagnostic diagnostic)
        => $"{diagnostic.Span.Start.Line}:{diagnostic.Span.Start.Column} {diagnostic.Descriptor.Name} {diagnostic.Message}";

    /// <summary>The text that a span covers.</summary>
    public static string Covered(SourceSpan span) => span.Source.Content.Substring(span.Range.Start, span.Range.Length);

    /// <summary>What is in the file for a part of the value.</summary>
    public static string Written(YamlScalar scalar, string part)
    {
        var start = scalar.Value.IndexOf(part, StringComparison.Ordinal);
        Assert.True(start >= 0, $"\"{scalar.Value}\" does not hold \"{part}\".");
        return Covered(scalar.Map(new TextSpan(start, part.Length)));
    }

    /// <summary>Every scalar of a tree, keys included; nodes that aliases share come once.</summary>
    public static IEnumerable<YamlScalar> Scalars(YamlNode? root)
    {
        var seen = new HashSet<YamlNode>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<YamlNode>();
        if (root is not null)
        {
            pending.Push(root);
        }

        while (pending.TryPop(out var node))
        {
            if (!seen.Add(node))
            {
                continue;
            }

            switch (node)
            {
                case YamlScalar scalar:
                    yield return scalar;
                    break;
                case YamlSequence sequence:
                    sequence.Items.ToList().ForEach(pending.Push);
                    break;
                case YamlMapping mapping:
                    foreach (var entry in mapping.Entries)
                    {
                        pending.Push(entry.Key);
                        pending.Push(entry.Value);
                    }

                    break;
            }
        }
    }

    /// <summary>Fails unless every unit of the value maps to the place where it was written.</summary>
    public static void AssertMapsExactly(YamlScalar scalar)
    {
        var content = scalar.Span.Source.Content;
        var previousEnd = scalar.Span.Range.Start;
        for (var i = 0; i < scalar.Value.Length; i++)
        {
            var range = scalar.Map(new TextSpan(i, 1)).Range;
            var written = content.Substring(range.Start, range.Length);
            Assert.True(
                Stands(written, scalar.Value[i], scalar.Style),
                $"Unit {i} of \"{scalar.Value}\" maps to \"{written}\" in:\n{content}");
            var isLowSurrogate = char.IsLowSurrogate(scalar.Value[i]);
            Assert.True(isLowSurrogate || range.Start >= previousEnd, $"Unit {i} of \"{scalar.Value}\" maps backwards in:\n{content}");
            previousEnd = range.End;
        }

        var end = scalar.Map(new TextSpan(scalar.Value.Length, 0)).Range;
        Assert.True(end.Start >= previousEnd && end.Length == 0, $"The end of \"{scalar.Value}\" maps backwards in:\n{content}");
    }

    private static bool Stands(string written, char unit, YamlScalarStyle style)
        => written == unit.ToString()
            || (unit is ' ' or '\n' && written is "\n" or "\r\n" or "\r" or "\u0085")
            || (style == YamlScalarStyle.SingleQuoted && unit == '\'' && written == "''")
            || (style == YamlScalarStyle.DoubleQuoted && IsEscapeOf(written, unit));

    private static bool IsEscapeOf(string written, char unit)
    {
        if (written.Length < 2 || written[0] != '\\')
        {
            return false;
        }

        if (written[1] is 'x' or 'u' or 'U')
        {
            var code = Convert.ToInt32(written[2..], 16);
            var text = code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code);
            return text.Contains(unit, StringComparison.Ordinal);
        }

        const string Letters = "0abt\tnvfre \"/\\N_LP";
        const string Units = "\0\a\b\t\t\n\v\f\r\u001B \"/\\\u0085\u00A0\u2028\u2029";
        return written.Length == 2 && Letters.IndexOf(written[1], StringComparison.Ordinal) is var at && at >= 0 && Units[at] == unit;
    }
}
