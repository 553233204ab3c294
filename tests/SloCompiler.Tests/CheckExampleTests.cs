using SloCompiler.Checks;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Tests;

public sealed class CheckExampleTests
{
    public static TheoryData<string> Names => [.. CheckCatalog.All.Select(c => c.Descriptor.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_bad_example_raises_its_check_and_nothing_else(string name)
        => Assert.Equal([name], FindingsOf(Find(name).Bad).Distinct());

    [Theory]
    [MemberData(nameof(Names))]
    public void The_good_example_raises_nothing(string name) => Assert.Empty(FindingsOf(Find(name).Good));

    private static Check Find(string name) => CheckCatalog.All.First(c => c.Descriptor.Name == name);

    private static IEnumerable<string> FindingsOf(CheckExample example)
    {
        using var folder = new TempFolder();
        folder.Write("slo.yaml", "version: slo-project/v1\nspecs: [\"*.slo.yaml\"]\ncatalogues: [\"*.metrics.yaml\"]\n");
        folder.Write("example.slo.yaml", example.Spec);
        foreach (var file in example.Others)
        {
            folder.Write(file.Path, file.Text);
        }

        var request = new CompilationRequest { Generate = false };
        var result = Compilation.Run(request, new FolderFiles(folder), TimeProvider.System);
        return result.Diagnostics.Select(d => d.Descriptor.Name);
    }
}
