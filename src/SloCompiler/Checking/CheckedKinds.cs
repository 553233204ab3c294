using System.Collections.Immutable;
using SloCompiler.Checks;
using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Online;
using SloCompiler.Checks.Settings;
using SloCompiler.Diagnostics;
using SloCompiler.Online;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checking;

/// <summary>Tells where a kind of finding was looked for, so that silence says that there is none.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="settings">The settings, which switch rules off.</param>
/// <param name="findings">All findings.</param>
internal sealed class CheckedKinds(CompilationRequest request, LintSettings settings, ImmutableArray<Diagnostic> findings)
{
    private readonly bool _isComplete = request.CheckRules && !findings.Any(f => f.Descriptor == ProjectDiagnostics.InternalError);

    private readonly bool _wasServerAsked = request.Online is not null && !findings.Any(f => ServerDiagnostics.All.Contains(f.Descriptor));

    // What cannot be read hides what else is wrong in the file.
    private readonly HashSet<string> _unread = findings
        .Where(f => FixedFindings.Contains(f.Descriptor))
        .Select(f => f.Span.Source.Path)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether findings of a kind would have been reported in a file.</summary>
    public bool Contains(DiagnosticDescriptor kind, string path)
        => _isComplete && !_unread.Contains(path) && !settings.MayBeOff(kind, path) && (_wasServerAsked || !IsOfServer(kind)) && (request.Paths.IsEmpty || !LooksAtWholeProject(kind));

    private static bool IsOfServer(DiagnosticDescriptor kind) => OnlineDiagnostics.All.Contains(kind) || ServerDiagnostics.All.Contains(kind);

    private static bool LooksAtWholeProject(DiagnosticDescriptor kind)
        => RuleCatalog.All.Any(r => r.Descriptor == kind && r is ProjectLint);
}
