using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Dashboards.Json;

/// <summary>Reads JSON into the same nodes as YAML, with exact spans: strings in double quotes, all else plain.</summary>
internal sealed class JsonTreeReader
{
    private readonly SourceText _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly byte[] _bytes;
    private readonly Utf8Position _position;

    private JsonTreeReader(SourceText source, DiagnosticBag diagnostics)
    {
        _source = source;
        _diagnostics = diagnostics;
        _bytes = Encoding.UTF8.GetBytes(source.Content);
        _position = new Utf8Position(_bytes);
    }

    /// <summary>The root; null where the text is not JSON, which is reported.</summary>
    public static YamlNode? Read(SourceText source, DiagnosticBag diagnostics) => new JsonTreeReader(source, diagnostics).Read();

    private YamlNode? Read()
    {
        var reader = new Utf8JsonReader(_bytes, new JsonReaderOptions { MaxDepth = YamlLimits.MaxDepth });
        try
        {
            reader.Read();
            var root = ReadValue(ref reader);
            reader.Read();
            return root;
        }
        catch (JsonException exception)
        {
            Report(exception);
            return null;
        }
    }

    private YamlNode ReadValue(ref Utf8JsonReader reader)
    {
        var start = _position.Of(reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader, start),
            JsonTokenType.StartArray => ReadArray(ref reader, start),
            JsonTokenType.String => JsonText.OfString(_source, RangeTo(ref reader, start)),
            _ => JsonText.OfWord(_source, RangeTo(ref reader, start)),
        };
    }

    private YamlMapping ReadObject(ref Utf8JsonReader reader, int start)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var keyStart = _position.Of(reader.TokenStartIndex);
            var key = JsonText.OfString(_source, new TextSpan(keyStart, LengthOfString(keyStart)));
            reader.Read();
            var entry = new YamlEntry(key, ReadValue(ref reader));
            if (indexes.TryAdd(key.Value, entries.Count))
            {
                entries.Add(entry);
            }
            else
            {
                ReportRepeated(key, entries[indexes[key.Value]].Key);
                entries[indexes[key.Value]] = entry;
            }
        }

        return new YamlMapping(new SourceSpan(_source, RangeTo(ref reader, start)), entries.ToImmutable(), isFlow: true);
    }

    private YamlSequence ReadArray(ref Utf8JsonReader reader, int start)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(ref reader));
        }

        return new YamlSequence(new SourceSpan(_source, RangeTo(ref reader, start)), items.ToImmutable());
    }

    private TextSpan RangeTo(ref Utf8JsonReader reader, int start) => TextSpan.FromBounds(start, _position.Of(reader.BytesConsumed));

    // What the reader has consumed of a key includes the colon behind it.
    private int LengthOfString(int start)
    {
        var end = start + 1;
        while (_source.Content[end] != '"')
        {
            end += _source.Content[end] == '\\' ? 2 : 1;
        }

        return end + 1 - start;
    }

    private void ReportRepeated(YamlScalar second, YamlScalar first) => _diagnostics.Report(
        new Diagnostic(DashboardDiagnostics.RepeatedKey, second.Span, $"The key \"{second.Value}\" stands twice in this object.")
        {
            Related = [new RelatedLocation(first.Span, "first here")],
        });

    private void Report(JsonException exception)
    {
        var offset = OffsetOf(exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
        var rest = _source.Content.AsSpan(offset);
        var message = rest.IsWhiteSpace() ? "The JSON ends here, but it is not complete." : $"\"{rest[0]}\" cannot stand here in JSON.";
        _diagnostics.Report(DashboardDiagnostics.InvalidJson, _source.Span(offset, rest.IsWhiteSpace() ? 0 : 1), message);
    }

    private int OffsetOf(long line, long byteInLine)
    {
        var start = 0;
        for (var i = 0L; i < line; i++)
        {
            start += _bytes.AsSpan(start).IndexOf((byte)'\n') + 1;
        }

        return Encoding.UTF8.GetCharCount(_bytes.AsSpan(0, (int)Math.Min(_bytes.Length, start + byteInLine)));
    }
}
