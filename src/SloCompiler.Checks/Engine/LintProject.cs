using System.Collections.Immutable;
using SloCompiler.Checks.Settings;
using SloCompiler.Language.Dashboards;
using SloCompiler.Language.Model;
using SloCompiler.Language.RuleFiles;
using SloCompiler.PromQL.Meaning;

namespace SloCompiler.Checks.Engine;

/// <summary>Everything that is checked together.</summary>
public sealed record LintProject
{
    /// <summary>The specs, with the settings and the catalogue of the project.</summary>
    public required SpecSet Specs { get; init; }

    /// <summary>The rule files, by path.</summary>
    public ImmutableArray<RuleFile> RuleFiles { get; init; } = [];

    /// <summary>The dashboards, by path.</summary>
    public ImmutableArray<GrafanaDashboard> Dashboards { get; init; } = [];

    /// <summary>Declared metrics and recorded series. One instance for all expressions, because what follows from it is remembered in it.</summary>
    public required MeaningContext Meaning { get; init; }

    /// <summary>The settings of the linter.</summary>
    public LintSettings Settings { get; init; } = LintSettings.Default;

    /// <summary>Files of the project.</summary>
    public required IProjectFiles Files { get; init; }
}
