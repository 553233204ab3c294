using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;
using SloCompiler.PromQL.Types;
using SloCompiler.PromQL.Versions;

namespace SloCompiler.Cli.PromQl;

/// <summary>Writes the JSON object for one line of a stream of expressions.</summary>
internal sealed class ExpressionAnswer(IBufferWriter<byte> output) : IDisposable
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 1 };

    private readonly Utf8JsonWriter _json = new(output, new JsonWriterOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    });

    /// <inheritdoc />
    public void Dispose() => _json.Dispose();

    /// <summary>Answers a line without its line break.</summary>
    public void Write(ReadOnlySpan<byte> line)
    {
        if (TryReadString(line, out var text, out var problem))
        {
            WriteExpression(text);
        }
        else
        {
            WriteRefusal(problem, line.Length);
        }
    }

    /// <summary>Answers a line that was too long to be kept.</summary>
    public void WriteOverlong(int limit)
        => WriteRefusal(string.Create(CultureInfo.InvariantCulture, $"the line has more than {limit} bytes"), 0);

    private static bool TryReadString(ReadOnlySpan<byte> line, out string text, out string problem)
    {
        (text, problem) = ("", "the line is not a JSON string");
        try
        {
            var reader = new Utf8JsonReader(line, Strict);
            if (!reader.Read() || reader.TokenType != JsonTokenType.String)
            {
                return false;
            }

            text = reader.GetString() ?? "";
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // Bytes that are not UTF-8, or half of a surrogate pair.
            problem = "the string is not valid Unicode";
            return false;
        }
    }

    private void WriteExpression(string text)
    {
        var parsed = PromQlParser.Parse(text);
        if (parsed is { IsValid: true, Expr: { } expr })
        {
            Start(isOk: true);
            WriteForms(expr, FeatureUse.FlagsOf(expr, text));
        }
        else
        {
            Start(isOk: false);
            WriteNoForms();
        }

        _json.WriteStartArray("diagnostics");
        var offsets = new ByteOffsets(text);
        foreach (var error in parsed.Errors)
        {
            WriteDiagnostic(error.Descriptor.Code, error.Message, offsets.Of(error.Span.Start), offsets.Of(error.Span.End));
        }

        End();
    }

    private void WriteForms(PromQlExpr expr, ImmutableArray<string> flags)
    {
        _json.WriteString("type", PromQlTypes.TypeOf(expr) switch
        {
            PromQlType.Scalar => "scalar",
            PromQlType.InstantVector => "vector",
            PromQlType.RangeVector => "matrix",
            PromQlType.String => "string",
            _ => throw new ArgumentOutOfRangeException(nameof(expr)),
        });
        _json.WriteString("canonical", PromQlPrinter.Print(expr));
        _json.WriteString("pretty", PromQlPrinter.PrintPretty(expr));
        _json.WriteStartArray("flags");
        foreach (var flag in flags)
        {
            _json.WriteStringValue(flag);
        }

        _json.WriteEndArray();
    }

    private void WriteNoForms()
    {
        _json.WriteNull("type");
        _json.WriteNull("canonical");
        _json.WriteNull("pretty");
        _json.WriteStartArray("flags");
        _json.WriteEndArray();
    }

    private void WriteRefusal(string problem, int length)
    {
        Start(isOk: false);
        WriteNoForms();
        _json.WriteStartArray("diagnostics");
        WriteDiagnostic(PromQlDiagnostics.Syntax.Code, problem, 0, length);
        End();
    }

    private void Start(bool isOk)
    {
        _json.WriteStartObject();
        _json.WriteBoolean("ok", isOk);
    }

    private void WriteDiagnostic(string code, string message, int start, int end)
    {
        _json.WriteStartObject();
        _json.WriteString("severity", "error");
        _json.WriteString("code", code);
        _json.WriteString("message", message);
        _json.WriteNumber("start", start);
        _json.WriteNumber("end", end);
        _json.WriteEndObject();
    }

    private void End()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        output.Write("\n"u8);
    }

    /// <summary>Offsets in UTF-8 bytes; asked in any order, but cheap where they ascend.</summary>
    private sealed class ByteOffsets(string text)
    {
        private int _units;
        private int _bytes;

        public int Of(int offset)
        {
            var wanted = Math.Clamp(offset, 0, text.Length);
            if (wanted < _units)
            {
                (_units, _bytes) = (0, 0);
            }

            _bytes += Encoding.UTF8.GetByteCount(text.AsSpan(_units, wanted - _units));
            _units = wanted;
            return _bytes;
        }
    }
}
