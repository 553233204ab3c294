using System.Diagnostics;
using System.Text;

namespace SloCompiler.Reports.Tests;

public sealed class OutputTests
{
    // A few seconds on a machine that does nothing else; tests share theirs with others.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private const int MostBytes = 5 * 1024 * 1024;

    [Fact]
    public void Pages_are_written_once_and_pages_of_objectives_that_are_gone_are_removed()
    {
        using var project = new ReportedProject(ReportedProject.Spec());
        Assert.Equal(2, project.Write().Output.Changes.Length);
        Assert.Equal(2, project.Write().Output.Unchanged);
        project.Folder.Write("slo-specs/a.slo.yaml", ReportedProject.Spec().Replace("name: login", "name: sign-in", StringComparison.Ordinal));
        project.Write();
        Assert.Equal(["slo-report/index.html", "slo-report/slos/edge/sign-in.html"], project.Folder.Files().Where(f => f.EndsWith(".html", StringComparison.Ordinal)));
    }

    [Fact]
    public void Output_of_slo_compile_in_the_same_folder_stays()
    {
        using var project = new ReportedProject(ReportedProject.Spec());
        var compiled = Compilation.Run(new CompilationRequest(), project.Files, TimeProvider.System);
        SloCompiler.Output.OutputWriter.Write(compiled, project.Files);
        var before = project.Folder.Files();
        var result = project.Write(new ReportRequest { Output = "generated", Server = new Prometheus.ServerRequest(new Uri("http://127.0.0.1:9")) });
        Assert.True(result.Measurements?.HasFailures);
        Assert.Contains("generated/data.json", project.Folder.Files());
        Assert.Empty(before.Except(project.Folder.Files()));
    }

    [Fact]
    public void Nothing_is_written_where_specs_have_errors()
    {
        using var project = new ReportedProject(ReportedProject.Spec().Replace("99.9%", "101%", StringComparison.Ordinal));
        Assert.True(project.Write().Compilation.HasErrors);
        Assert.DoesNotContain(project.Folder.Files(), f => f.EndsWith(".html", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_is_not_written_through()
    {
        using var project = new ReportedProject(ReportedProject.Spec());
        using var elsewhere = new Testing.TempFolder();
        Directory.CreateSymbolicLink(project.Folder.PathOf("slo-report"), elsewhere.FullPath);
        Assert.Contains(project.Write().Compilation.Diagnostics, d => d.Descriptor.Name == "output-through-link");
        Assert.Empty(elsewhere.Files());
    }

    [Fact]
    public void Five_hundred_objectives_take_seconds_and_their_index_stays_small()
    {
        var spec = new StringBuilder();
        for (var service = 0; service < 50; service++)
        {
            spec.Append(ReportedProject.Spec(head: $"owner: team-{service % 7}").Replace("service: edge", $"service: edge-{service}", StringComparison.Ordinal));
            for (var slo = 1; slo < 10; slo++)
            {
                var entry = ReportedProject.Spec();
                spec.Append(entry[entry.IndexOf("  - name: login", StringComparison.Ordinal)..].Replace("name: login", $"name: login-{slo}", StringComparison.Ordinal));
            }

            spec.Append("---\n");
        }

        using var project = new ReportedProject(spec.ToString());
        var watch = Stopwatch.StartNew();
        var result = project.Build();
        Assert.Equal(501, result.Files.Length);
        Assert.True(watch.Elapsed < Limit, $"{watch.Elapsed}");
        Assert.All(result.Files, file => Assert.InRange(Encoding.UTF8.GetByteCount(file.Text), 1, MostBytes));
    }
}
