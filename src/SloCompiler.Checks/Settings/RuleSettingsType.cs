using System.Collections.Immutable;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Checks.Settings;

/// <summary>
/// A mapping from the name or code of a kind of finding to <c>off</c>, a severity, or a mapping of the severity and the rule's
/// options.
/// </summary>
internal sealed class RuleSettingsType(ImmutableArray<DiagnosticDescriptor> known) : FieldType<ImmutableArray<RuleSetting>>
{
    private static readonly ImmutableArray<(string Word, Severity? Value)> Levels =
        [("off", null), ("info", Severity.Info), ("warning", Severity.Warning), ("error", Severity.Error)];

    /// <summary>A severity or <c>off</c>.</summary>
    public static FieldType<Severity?> Level { get; } = new EnumType<Severity?>(Levels);

    /// <inheritdoc />
    public override string Name => "a mapping (rule → `off`, severity, or options)";

    /// <inheritdoc />
    public override IEnumerable<Shape> Shapes => RuleCatalog.All.Select(r => r.Options).OfType<FieldType>().SelectMany(t => t.Shapes);

    /// <inheritdoc />
    public override bool TryRead(YamlNode node, ReadContext context, out ImmutableArray<RuleSetting> value)
    {
        value = [];
        if (node is not YamlMapping mapping)
        {
            return ReportKind(node, context);
        }

        value = [.. mapping.Entries.Select(e => Read(e, context)).OfType<RuleSetting>()];
        return true;
    }

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer)
        => writer.WriteProperties(known.Select(d => (d.Name, d.Summary, (Action<JsonSchemaWriter>)(w => WriteSetting(w, d)))));

    private static void WriteSetting(JsonSchemaWriter writer, DiagnosticDescriptor descriptor)
    {
        if (OptionsOf(descriptor) is { } options)
        {
            writer.WriteAnyOf([Level.WriteSchema, options.WriteSchema]);
        }
        else
        {
            Level.WriteSchema(writer);
        }
    }

    private static OptionsType? OptionsOf(DiagnosticDescriptor descriptor)
        => RuleCatalog.All.FirstOrDefault(r => r.Descriptor == descriptor)?.Options;

    private RuleSetting? Read(YamlEntry entry, ReadContext context)
    {
        var name = entry.Key.Value;
        if (known.FirstOrDefault(d => d.Name == name || d.Code == name) is not { } descriptor)
        {
            ReportUnknown(entry.Key, context);
            return null;
        }

        return entry.Value is YamlMapping && OptionsOf(descriptor) is { } options
            ? ReadOptions(entry, descriptor, options, context)
            : ReadLevel(entry, descriptor, context);
    }

    private static RuleSetting? ReadLevel(YamlEntry entry, DiagnosticDescriptor descriptor, ReadContext context)
        => Level.TryRead(entry.Value, context, out var level)
            ? Checked(new RuleSetting(descriptor, level is null, level, null, entry.Key.Span), context)
            : null;

    private static RuleSetting? ReadOptions(YamlEntry entry, DiagnosticDescriptor descriptor, OptionsType options, ReadContext context)
        => options.TryReadOptions(entry.Value, context, out var level, out var value)
            ? Checked(new RuleSetting(descriptor, level is { Value: null }, level?.Value, value, entry.Key.Span), context)
            : null;

    // What the readers refuse cannot be understood, whatever the settings say.
    private static RuleSetting? Checked(RuleSetting setting, ReadContext context)
    {
        if (!FixedFindings.Contains(setting.Descriptor) || setting is { IsOff: false, Severity: null or Severity.Error })
        {
            return setting;
        }

        context.Report(LintDiagnostics.NotConfigurable, setting.Place, $"`{setting.Descriptor.Name}` is always an error.");
        return null;
    }

    private void ReportUnknown(YamlScalar key, ReadContext context)
    {
        var nearest = Spelling.Nearest(key.Value, known.Select(d => d.Name));
        context.Report(
            LintDiagnostics.UnknownRule,
            key.Span,
            nearest is null ? $"There is no rule `{key.Value}`." : $"There is no rule `{key.Value}`; did you mean `{nearest}`?",
            LintDiagnostics.UnknownRule.Help,
            nearest is null ? null : Spelling.Replace(key, nearest));
    }
}
