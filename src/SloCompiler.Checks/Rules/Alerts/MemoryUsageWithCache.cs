using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>An alert reads container_memory_usage_bytes, which counts the page cache.</summary>
public sealed class MemoryUsageWithCache : NodeLint<VectorSelector>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO545", "memory-usage-with-cache", Severity.Info,
        "An alert reads container_memory_usage_bytes, which counts the page cache.",
        "The kernel gives that memory back when it is needed: the alert fires for files that were read, not for memory that runs out.",
        "Read container_memory_working_set_bytes, which the kernel's limit is about.");

    /// <inheritdoc />
    public override FixSafety? Repair => FixSafety.Unsafe;

    /// <inheritdoc />
    public override string Documentation => """
        ```promql bad
        container_memory_usage_bytes > 1e9 # <-
        ```

        ```promql good
        container_memory_working_set_bytes > 1e9
        ```
        """;

    /// <inheritdoc />
    public override void Check(VectorSelector node, NodeScope scope)
    {
        if (node.MetricName == "container_memory_usage_bytes" && scope.Expression.IsAlert)
        {
            var name = new TextSpan(node.Span.Start, node.MetricName.Length);
            scope.Report(new Diagnostic(Descriptor, scope.Expression.Map(name), "This counts the page cache, which is given back when memory runs short.")
            {
                Fix = new Fix("Read the working set", FixSafety.Unsafe, [new TextEdit(scope.Expression.Map(name), "container_memory_working_set_bytes")]),
            });
        }
    }
}
