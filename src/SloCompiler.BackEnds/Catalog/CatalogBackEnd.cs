using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using SloCompiler.Plan;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Catalog;

/// <summary>All SLOs as JSON for other tools; docs/reference/catalog.md describes every field.</summary>
public sealed class CatalogBackEnd : IBackEnd
{
    /// <summary>The file, relative to the output folder.</summary>
    public const string Path = "catalog.json";

    private const int Version = 1;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <inheritdoc />
    public string Name => "catalog";

    /// <inheritdoc />
    public string Description => "All SLOs as JSON, for other tools.";

    /// <inheritdoc />
    public ImmutableArray<OutputFile> Generate(CompilationPlan plan, Workers workers = default) => [new OutputFile(Path, buffer => Write(plan, buffer))];

    private static void Write(CompilationPlan plan, IBufferWriter<byte> buffer)
    {
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("generated", GeneratedMarker.FromAllSpecs);
            json.WriteStartArray("slos");
            foreach (var service in plan.Services)
            {
                foreach (var slo in service.Slos)
                {
                    CatalogEntry.Write(json, service, slo);
                }
            }

            json.WriteEndArray();
            CatalogEntry.WriteThresholdAlerts(json, plan.Services);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
    }
}
