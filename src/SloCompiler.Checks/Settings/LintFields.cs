using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Paths;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Checks.Settings;

/// <summary>The fields of <c>lint</c> in <c>slo.yaml</c>.</summary>
internal static class LintFields
{
    /// <summary>The block, for the kinds of findings that settings may name.</summary>
    public static FieldType<LintSettings> TypeFor(ImmutableArray<DiagnosticDescriptor> known)
    {
        var settings = new RuleSettingsType(known);
        var rules = new Field<ImmutableArray<RuleSetting>>("rules", settings, "Severity or options by the name or code of a rule.")
        {
            Example = "{ metric-not-in-catalogue: error }",
        };
        var overrides = new Field<ImmutableArray<LintOverride>>(
            "overrides",
            new ListType<LintOverride>(OverrideType(settings)),
            "Settings for some files or rules; later ones win.")
        {
            Example = "[{ paths: [\"vendor/**\"], rules: { metric-not-in-catalogue: off } }]",
        };
        return new ShapeType<LintSettings>(
            new Shape("lint", "Linter", "What `slo check` reports, and how severely.", [rules, overrides]),
            f => new LintSettings(f.GetAll(rules), f.GetAll(overrides)));
    }

    private static ShapeType<LintOverride> OverrideType(RuleSettingsType settings)
    {
        var paths = new Field<ImmutableArray<string>>("paths", new ListType<string>(TextType.Instance) { AllowsSingle = true }, "Globs of files, relative to `slo.yaml`; one must match.")
        {
            Default = "all files",
            Example = "[\"vendor/**\"]",
        };
        var kinds = new Field<ImmutableArray<SubjectKind>>(
            "kinds",
            new ListType<SubjectKind>(new EnumType<SubjectKind>(("alert", SubjectKind.Alert), ("record", SubjectKind.Record))) { AllowsSingle = true },
            "Kinds of rules in rule files.")
        {
            Default = "everything",
            Example = "[alert]",
        };
        var labels = new Field<ImmutableArray<MapEntry<Regex>>>(
            "labels",
            new MapType<Regex>("label", RegexType.Instance, name => name.Length > 0),
            "Labels that the rule must have; each value is a regular expression for the whole value.")
        {
            Default = "any labels",
            Example = "{ team: \"core-.*\" }",
        };
        var rules = new Field<ImmutableArray<RuleSetting>>("rules", settings, "Severity or options by the name or code of a rule.")
        {
            IsRequired = true,
            Example = "{ metric-not-in-catalogue: off }",
        };
        return new ShapeType<LintOverride>(
            new Shape("lint-override", "Linter override", "Settings for a part of the project.", [paths, kinds, labels, rules]),
            f => new LintOverride(
                [.. f.GetAll(paths).Select(p => new GlobPattern(p))],
                f.GetAll(kinds),
                [.. f.GetAll(labels).Select(l => (l.Key.Value, l.Value))],
                f.GetAll(rules)));
    }
}

/// <summary>A regular expression that must match a whole text, in linear time.</summary>
internal sealed class RegexType : ScalarType<Regex>
{
    /// <summary>The only instance.</summary>
    public static RegexType Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "regular expression";

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer) => writer.WriteText();

    /// <inheritdoc />
    protected override bool TryParse(YamlScalar scalar, ReadContext context, [MaybeNullWhen(false)] out Regex value)
    {
        try
        {
            value = new Regex($"^(?:{scalar.Value})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            context.Report(SpecDiagnostics.InvalidPattern, scalar.Span, $"`{scalar.Value}` is not a regular expression: {exception.Message}");
            value = null;
            return false;
        }
    }
}
