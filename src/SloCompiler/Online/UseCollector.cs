using System.Collections.Concurrent;
using System.Collections.Immutable;
using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Engine;
using SloCompiler.Checks.Online;
using SloCompiler.Checks.Scopes;
using SloCompiler.Checks.Settings;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Online;

/// <summary>Gathers the expressions of specs, rule files and dashboards with their places; finds nothing wrong with them.</summary>
internal sealed class UseCollector : ExpressionLint
{
    private readonly ConcurrentBag<ExpressionScope> _scopes = [];

    private UseCollector()
    {
    }

    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor => OnlineDiagnostics.MetricNotOnServer;

    /// <inheritdoc />
    public override string Documentation => "";

    /// <summary>The wanted expressions, by file and place.</summary>
    public static ImmutableArray<ExpressionScope> Run(OnlineInput input)
    {
        var collector = new UseCollector();
        _ = LintRunner.Run(input.Lint with { Settings = LintSettings.Default }, [collector], input.Workers, (_, _) => { });
        return
        [
            .. collector._scopes
                .Where(s => input.IsWanted(s.Path))
                .OrderBy(s => s.Path, StringComparer.Ordinal)
                .ThenBy(s => s.Map(s.Expr).Range.Start),
        ];
    }

    /// <inheritdoc />
    public override void Check(ExpressionScope scope) => _scopes.Add(scope);
}
