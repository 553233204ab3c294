using SloCompiler.BackEnds.Prometheus;
using SloCompiler.BackEnds.Prometheus.UnitTests;
using SloCompiler.Plan;
using SloCompiler.Testing;

namespace SloCompiler.BackEnds.Tests.Samples;

/// <summary>Writes what back ends make into a folder and lets promtool judge it.</summary>
internal static class PromtoolRun
{
    /// <summary>Checks the rule file of a service.</summary>
    public static ToolResult CheckRules(CompilationPlan plan, string service = "edge")
    {
        using var folder = new TempFolder();
        Write(folder, new PrometheusBackEnd(), plan);
        return Promtool.CheckRules(folder.PathOf(PrometheusBackEnd.PathOf(service)));
    }

    /// <summary>Runs the unit tests of one plan against the rules of another.</summary>
    public static ToolResult TestRules(CompilationPlan tests, CompilationPlan rules, string service = "edge")
    {
        using var folder = new TempFolder();
        Write(folder, new PrometheusBackEnd(), rules);
        Write(folder, new PrometheusTestBackEnd(), tests);
        return Promtool.TestRules(folder.PathOf(PrometheusTestBackEnd.PathOf(service)));
    }

    public static void Write(TempFolder folder, IBackEnd backEnd, CompilationPlan plan)
    {
        foreach (var file in backEnd.Generate(plan))
        {
            folder.Write(file.Path, file.Text);
        }
    }
}
