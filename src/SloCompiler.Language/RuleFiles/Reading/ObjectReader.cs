using SloCompiler.Language.RuleFiles.Dialects;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.RuleFiles.Reading;

/// <summary>Reads objects of Kubernetes that hold rules; other objects are left alone.</summary>
internal static class ObjectReader
{
    private static readonly string[] Lists = ["List", "PrometheusRuleList", "VMRuleList"];

    /// <summary>Whether a document is an object of Kubernetes.</summary>
    public static bool IsObject(YamlNode? root) => root is YamlMapping mapping && mapping.Find("kind") is not null && mapping.Find("apiVersion") is not null;

    /// <summary>The objects with rules in a document: itself, or the items of a list.</summary>
    public static IEnumerable<DocumentDraft> Read(YamlNode? root, RuleDialect dialect, DiagnosticBag diagnostics)
    {
        if (root is not YamlMapping mapping)
        {
            return [];
        }

        var kind = TextOf(mapping, "kind");
        if (Lists.Contains(kind))
        {
            return mapping.Find("items")?.Value is YamlSequence items ? items.Items.SelectMany(i => Read(i, dialect, diagnostics)) : [];
        }

        return kind switch
        {
            "PrometheusRule" => [ReadOne(mapping, "monitoring.coreos.com/v1", new RuleReadContext(dialect, RuleDocumentKind.PrometheusRule, diagnostics))],
            "VMRule" =>
            [
                ReadOne(mapping, "operator.victoriametrics.com/v1beta1", new RuleReadContext(RuleDialects.VictoriaMetrics, RuleDocumentKind.VMRule, diagnostics)),
            ],
            _ => [],
        };
    }

    private static DocumentDraft ReadOne(YamlMapping root, string apiVersion, RuleReadContext context)
    {
        CheckHead(root, apiVersion, context);
        if (root.Find("spec") is not { } spec)
        {
            context.Report(RuleFileDiagnostics.IncompleteObject, root.Entries[0].Key.Span, "The object has no `spec`.", "Put the groups under `spec:` and `groups:`.");
        }
        else if (spec.Value is YamlMapping fields)
        {
            return new DocumentDraft(context, root, TopReader.ReadGroups(fields, context));
        }
        else
        {
            context.ReportKind(spec.Value, "a mapping");
        }

        return new DocumentDraft(context, root, []);
    }

    private static void CheckHead(YamlMapping root, string apiVersion, RuleReadContext context)
    {
        if (root.Find("apiVersion")?.Value is YamlScalar version && version.Value != apiVersion)
        {
            context.Report(RuleFileDiagnostics.UnknownApiVersion, version.Span, $"`{version.Value}` is not `{apiVersion}`.");
        }

        var metadata = root.Find("metadata");
        if (metadata is { Value: not YamlMapping })
        {
            context.ReportKind(metadata.Value, "a mapping");
        }
        else if (metadata?.Value is not YamlMapping fields || (fields.Find("name") ?? fields.Find("generateName")) is null)
        {
            context.Report(
                RuleFileDiagnostics.IncompleteObject,
                metadata?.Key.Span ?? root.Entries[0].Key.Span,
                "The object has no name.",
                "Add `name:` under `metadata:`.");
        }
    }

    private static string? TextOf(YamlMapping mapping, string key) => mapping.Find(key)?.Value is YamlScalar scalar ? scalar.Value : null;
}
