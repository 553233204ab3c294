using System.Globalization;
using SloCompiler.Checks;
using SloCompiler.Checks.Scopes;
using SloCompiler.Checks.Settings;
using SloCompiler.Cli.Terminals;
using SloCompiler.Diagnostics;
using SloCompiler.Input;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Rendering;

/// <summary>Prints the settings of the linter that apply to a file, and where each comes from.</summary>
internal sealed class SettingsRenderer(ITerminal terminal)
{
    private const string Default = "default";

    /// <summary>Prints them: first what holds in all of the file, then what holds for some of its rules only.</summary>
    /// <param name="result">A run over the file.</param>
    /// <param name="path">The file, relative to the project.</param>
    public void Write(CompilationResult result, string path)
    {
        var project = result.Project;
        var config = result.Specs?.Config;
        terminal.Out.Write($"file:       {DisplayText.OneLine(project.ToDisplay(path))}\n");
        terminal.Out.Write($"settings:   {(project.ConfigPath is { } settings ? DisplayText.OneLine(project.ToDisplay(settings)) : "none: all defaults")}\n");
        terminal.Out.Write($"dialect:    {config?.Dialect.Name}\n");
        terminal.Out.Write($"prometheus: {config?.Prometheus.Release}\n\n");
        var known = DiagnosticCatalog.All.Where(d => d.Severity != Severity.Error || RuleCatalog.All.Any(r => r.Descriptor == d)).ToList();
        var width = known.Max(d => d.Name.Length);
        foreach (var descriptor in known)
        {
            var state = result.Lint.Resolve(descriptor, path, LintSubject.Other);
            WriteRow(descriptor, width, LevelOf(state.IsOff, state.Severity ?? descriptor.Severity), PlaceOf(state.Place, project));
        }

        foreach (var part in result.Lint.Overrides.Where(o => IsForSomeRules(o) && (o.Paths.IsEmpty || o.Paths.Any(p => p.IsMatch(path)))))
        {
            terminal.Out.Write($"\nonly for {Condition(part)}:\n");
            foreach (var setting in part.Rules)
            {
                WriteRow(setting.Descriptor, width, LevelOf(setting.IsOff, setting.Severity ?? setting.Descriptor.Severity), PlaceOf(setting.Place, project));
            }
        }
    }

    private void WriteRow(DiagnosticDescriptor descriptor, int width, string level, string place)
        => terminal.Out.Write($"{descriptor.Code}  {descriptor.Name.PadRight(width)}  {level,-7}  {place}\n");

    private static bool IsForSomeRules(LintOverride part) => !part.Kinds.IsEmpty || !part.Labels.IsEmpty;

    private static string Condition(LintOverride part)
    {
        var kinds = part.Kinds.Select(k => k == SubjectKind.Alert ? "alerts" : "recording rules").ToList();
        var labels = part.Labels.Select(l => $"{l.Name}=~\"{PatternOf(l.Pattern.ToString())}\"").ToList();
        return (kinds.Count == 0 ? "rules" : string.Join(" and ", kinds)) + (labels.Count == 0 ? "" : $" with {string.Join(", ", labels)}");
    }

    // Settings are compiled to patterns for whole values.
    private static string PatternOf(string regex) => regex.StartsWith("^(?:", StringComparison.Ordinal) ? regex[4..^2] : regex;

    private static string LevelOf(bool isOff, Severity severity) => isOff ? "off" : SeverityText.Of(severity);

    private static string PlaceOf(SourceSpan? place, ProjectLocation project)
        => place is not { } span ? Default
            : span.Source.Content.Length == 0 ? span.Source.Path
            : string.Create(CultureInfo.InvariantCulture, $"{project.ToDisplay(span.Source.Path)}:{span.Start.Line}:{span.Start.Column}");
}
