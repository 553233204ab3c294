using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checking;

/// <summary>The findings that are accepted, as a file keeps them. Lines may move; a changed line is a new finding.</summary>
/// <param name="Counts">How many findings are accepted, by what identifies them.</param>
public sealed record Baseline(ImmutableSortedDictionary<FindingIdentity, int> Counts)
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    /// <summary>The baseline that accepts all findings of a run that can be accepted, and all that another has for other files.</summary>
    /// <param name="result">The run.</param>
    /// <param name="before">The other baseline; null for none.</param>
    /// <param name="isWhole">Whether the run was over the whole project, so that the other has nothing for other files.</param>
    public static Baseline Of(CompilationResult result, Baseline? before, bool isWhole)
    {
        var own = FindingIdentity.AllOf(result).Zip(result.Diagnostics).Where(f => IsAcceptable(f.Second)).Select(f => f.First).CountBy(i => i);
        var kept = isWhole || before is null ? [] : before.Counts.Where(c => !result.Checked.Contains(c.Key.Path));
        return new Baseline(own.Concat(kept).ToImmutableSortedDictionary(IdentityOrder.Instance));
    }

    /// <summary>The findings that are not accepted, and a note for every accepted one that is gone.</summary>
    /// <param name="result">The run.</param>
    /// <param name="source">The baseline's file, for notes.</param>
    /// <param name="isStale">Whether an entry of a path could have been found in this run.</param>
    public ImmutableArray<Diagnostic> Apply(CompilationResult result, SourceText source, Func<string, bool> isStale)
    {
        var left = Counts.ToBuilder();
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var (identity, finding) in FindingIdentity.AllOf(result).Zip(result.Diagnostics))
        {
            if (IsAcceptable(finding) && left.TryGetValue(identity, out var count) && count > 0)
            {
                left[identity] = count - 1;
            }
            else
            {
                findings.Add(finding);
            }
        }

        findings.AddRange(left.Where(l => l.Value > 0 && isStale(l.Key.Path)).Select(l => Stale(l.Key, source)));
        return [.. findings.Order(DiagnosticOrder.Instance)];
    }

    /// <summary>Reads a baseline; null where it is not one, which is reported.</summary>
    public static Baseline? Read(SourceText source, DiagnosticBag diagnostics)
    {
        try
        {
            using var json = JsonDocument.Parse(source.Content);
            if (json.RootElement.GetProperty("version").GetInt32() == 1)
            {
                var entries = json.RootElement.GetProperty("findings").EnumerateArray().Select(e => KeyValuePair.Create(
                    new FindingIdentity(TextOf(e, "path"), TextOf(e, "rule"), TextOf(e, "in"), TextOf(e, "hash")),
                    e.GetProperty("count").GetInt32()));
                return new Baseline(entries.DistinctBy(e => e.Key).ToImmutableSortedDictionary(IdentityOrder.Instance));
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // Whatever is wrong with it, the answer is the same.
        }

        diagnostics.Report(CheckDiagnostics.InvalidBaseline, source.StartOfFile, $"{source.Path} is not a baseline of version 1.");
        return null;
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteStartArray("findings");
            foreach (var (identity, count) in Counts)
            {
                json.WriteStartObject();
                json.WriteString("path", identity.Path);
                json.WriteString("rule", identity.Rule);
                json.WriteString("in", identity.Owner);
                json.WriteString("hash", identity.Hash);
                json.WriteNumber("count", count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
        return stream.ToArray();
    }

    private static string TextOf(JsonElement entry, string name) => entry.GetProperty(name).GetString() ?? "";

    private static bool IsAcceptable(Diagnostic finding) => !CheckDiagnostics.IsAlwaysReported(finding.Descriptor);

    private static Diagnostic Stale(FindingIdentity identity, SourceText source)
    {
        var owner = identity.Owner.Length == 0 ? "" : $" in {identity.Owner}";
        return new Diagnostic(CheckDiagnostics.StaleBaseline, source.StartOfFile, $"{identity.Path} has no {identity.Rule}{owner} any more.");
    }

    private sealed class IdentityOrder : IComparer<FindingIdentity>
    {
        public static IdentityOrder Instance { get; } = new();

        public int Compare(FindingIdentity? x, FindingIdentity? y) => string.CompareOrdinal(TextOf(x), TextOf(y));

        private static string TextOf(FindingIdentity? identity)
            => identity is null ? "" : new StringBuilder().AppendJoin('\n', identity.Path, identity.Rule, identity.Owner, identity.Hash).ToString();
    }
}
