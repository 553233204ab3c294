using SloCompiler.Checks.Engine;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Scopes;

/// <summary>What a rule looks at, with all that may be asked of the project, and where it reports.</summary>
public abstract class LintScope(LintProject project, FindingSink sink, string path)
{
    /// <summary>Everything that is checked together.</summary>
    public LintProject Project { get; } = project;

    /// <summary>Where findings go.</summary>
    internal FindingSink Sink { get; } = sink;

    /// <summary>The file, relative to the project; empty where there is no single one.</summary>
    public string Path { get; } = path;

    /// <summary>What settings may select findings here by.</summary>
    public abstract LintSubject Subject { get; }

    /// <summary>Reports a finding.</summary>
    public void Report(Diagnostic finding) => Sink.Add(finding, Subject);

    /// <summary>Reports a finding about one rule of several that are looked at.</summary>
    public void Report(Diagnostic finding, Rule rule, RuleGroup group) => Sink.Add(finding, LintSubject.Of(rule, group));

    /// <summary>Reports a finding of a kind at a place.</summary>
    public void Report(DiagnosticDescriptor descriptor, SourceSpan span, string message) => Report(new Diagnostic(descriptor, span, message));

    /// <summary>The options of a rule that are set for this place; null where none are.</summary>
    internal TOptions? OptionsOf<TOptions>(LintRule rule)
        where TOptions : class
        => Project.Settings.OptionsOf<TOptions>(rule, Path, Subject);
}
