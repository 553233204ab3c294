using SloCompiler.Checks.Online;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Settings;

/// <summary>Tells which kinds of findings no setting can change: errors of the readers, after which nothing more is certain.</summary>
public static class FixedFindings
{
    /// <summary>Whether a kind is always an error.</summary>
    public static bool Contains(DiagnosticDescriptor kind)
        => kind.Severity == Severity.Error && !RuleCatalog.All.Any(r => r.Descriptor == kind) && !OnlineDiagnostics.All.Contains(kind);
}
