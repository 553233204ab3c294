using SloCompiler.Language.RuleFiles.Dialects;
using SloCompiler.PromQL.Versions;
using SloCompiler.Text;

namespace SloCompiler.Language.RuleFiles;

/// <summary>How rule files are read.</summary>
public sealed record RuleFileOptions
{
    /// <summary>Rules of Prometheus, on all processors.</summary>
    public static RuleFileOptions Default { get; } = new();

    /// <summary>Whose rules they are; a VMRule is VictoriaMetrics's whatever stands here.</summary>
    public RuleDialect Dialect { get; init; } = RuleDialects.Prometheus;

    /// <summary>The Prometheus that must load the rules.</summary>
    public PrometheusTarget Prometheus { get; init; } = PrometheusTarget.Latest;

    /// <summary>The threads that expressions are parsed on.</summary>
    public Workers Workers { get; init; }
}
