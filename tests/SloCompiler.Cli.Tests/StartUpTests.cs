using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests;

public sealed class StartUpTests
{
    [Theory]
    [InlineData("check")]
    [InlineData("compile")]
    public void The_everyday_commands_never_load_the_libraries_that_are_slow_to_start(string command)
    {
        using var folder = ExampleProject.Create();
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "*", SearchOption.TopDirectoryOnly))
        {
            File.Copy(file, folder.PathOf(Path.GetFileName(file)));
        }

        // A library that is not there cannot be loaded.
        File.Delete(folder.PathOf("Handlebars.dll"));
        File.Delete(folder.PathOf("Spectre.Console.dll"));
        var result = Tool.Run("dotnet", [folder.PathOf("slo.dll"), command], folder.FullPath);
        Assert.Equal(0, result.ExitCode);
        Assert.NotEqual(0, Tool.Run("dotnet", [folder.PathOf("slo.dll"), "explain"], folder.FullPath).ExitCode);
    }
}
