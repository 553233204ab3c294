using System.Collections.Immutable;
using SloCompiler.BackEnds;
using SloCompiler.Checking;
using SloCompiler.Checks;
using SloCompiler.Checks.Online;
using SloCompiler.Checks.Settings;
using SloCompiler.Checks.Suppressions;
using SloCompiler.Language.Dashboards;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Dialects.OpenSlo;
using SloCompiler.Language.Formatting;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Language.Templates;
using SloCompiler.Lowering;
using SloCompiler.MetricsImport;
using SloCompiler.Online;
using SloCompiler.PromQL.Parsing;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Diagnostics;

/// <summary>Every kind of finding that slo can report.</summary>
public static class DiagnosticCatalog
{
    /// <summary>All kinds, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        .. TextDiagnostics.All
            .Concat(ProjectDiagnostics.All)
            .Concat(ReportDiagnostics.All)
            .Concat(RuleFileDiagnostics.All)
            .Concat(SpecDiagnostics.All)
            .Concat(OpenSloDiagnostics.All)
            .Concat(TemplateDiagnostics.All)
            .Concat(PromQlDiagnostics.All)
            .Concat(LoweringDiagnostics.All)
            .Concat(BackEndDiagnostics.All)
            .Concat(FormattingDiagnostics.All)
            .Concat(DashboardDiagnostics.All)
            .Concat(LintDiagnostics.All)
            .Concat(SuppressionDiagnostics.All)
            .Concat(CheckDiagnostics.All)
            .Concat(ServerDiagnostics.All)
            .Concat(OnlineDiagnostics.All)
            .Concat(MetricsImportDiagnostics.All)
            .Concat(RuleCatalog.All.Select(c => c.Descriptor))
            .OrderBy(d => d.Code, StringComparer.Ordinal),
    ];
}
