using SloCompiler.BackEnds.Tests.Grafana.Validation;
using SloCompiler.Files;
using SloCompiler.Plan;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.BackEnds.Tests.Grafana;

/// <summary>The specs of this repository, from their text to their dashboards.</summary>
public sealed class OwnSpecsTests
{
    [Fact]
    public void Their_dashboards_break_no_rule()
    {
        var plan = Compile();
        Assert.True(plan.Services.Length > 1);
        Assert.Empty(DashboardRules.Check(Boards.Of(plan), plan));
    }

    private static CompilationPlan Compile()
    {
        var request = new CompilationRequest { Paths = [Repository.PathOf("slo-specs")], WithProject = true, Generate = false };
        var result = Compilation.Run(request, new PhysicalFileSystem(), TimeProvider.System);
        return result.Plan ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
