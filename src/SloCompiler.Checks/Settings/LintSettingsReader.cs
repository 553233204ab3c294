using System.Collections.Immutable;
using SloCompiler.Language.Metrics;
using SloCompiler.Language.Project;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Settings;

/// <summary>Reads the settings of the linter, and describes them for the schema and the reference of <c>slo.yaml</c>.</summary>
/// <param name="known">The kinds of findings that settings may name.</param>
public sealed class LintSettingsReader(ImmutableArray<DiagnosticDescriptor> known)
{
    /// <summary>The settings of a project; what is wrong is reported and left out.</summary>
    public LintSettings Read(ProjectConfig config, DiagnosticBag diagnostics)
    {
        var context = new ReadContext(diagnostics, config, MetricsCatalogue.Empty);
        return config.Lint is { } node && LintFields.TypeFor(known).TryRead(node, context, out var settings) ? settings : LintSettings.Default;
    }

    /// <summary>A JSON Schema with these settings; null for a name that is not one of <see cref="SchemaCatalog.Names"/>.</summary>
    public string? WriteSchema(string name) => SchemaCatalog.Write(name, LintFields.TypeFor(known));

    /// <summary>A reference page with these settings; null for a name that is not one of <see cref="SchemaCatalog.Names"/>.</summary>
    public string? WriteReference(string name) => ReferencePages.Write(name, LintFields.TypeFor(known));
}
