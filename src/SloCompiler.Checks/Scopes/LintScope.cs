using SloCompiler.Checks.Engine;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Scopes;

/// <summary>What a rule looks at, with all that may be asked of the project, and where it reports.</summary>
public abstract class LintScope(LintProject project, FindingSink sink)
{
    /// <summary>Everything that is checked together.</summary>
    public LintProject Project { get; } = project;

    /// <summary>Where findings go.</summary>
    internal FindingSink Sink { get; } = sink;

    /// <summary>What settings may select findings here by.</summary>
    public abstract LintSubject Subject { get; }

    /// <summary>Reports a finding.</summary>
    public void Report(Diagnostic finding) => Sink.Add(finding, Subject);
}
