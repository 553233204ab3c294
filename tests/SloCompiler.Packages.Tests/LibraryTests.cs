using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Packages.Tests;

public sealed class LibraryTests
{
    [PackageFact]
    public void The_sample_builds_and_runs_with_the_package_and_cannot_reach_behind_its_surface()
    {
        // The libraries that ours needs come from what this machine has restored to build it.
        var restored = Tool.Run("dotnet", ["nuget", "locals", "global-packages", "--list", "--force-english-output"]).ShouldSucceed().Output.Split(": ", 2)[1].Trim();
        using var user = new CleanHome(PackageFeed.Folder, restored);
        user.Work.Write("sample.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="SloCompiler.Core" Version="{PackageFeed.Version}" />
              </ItemGroup>
            </Project>

            """);
        user.Work.Write("Program.cs", File.ReadAllText(Repository.PathOf("samples/CompileAndCheck/Program.cs")));
        var output = user.Run("dotnet", "run").ShouldSucceed().Output;
        Assert.Equal(SampleTests.Expected, output.ReplaceLineEndings("\n"));

        user.Work.Write("Other.cs", "internal static class Other { public static object Reader => typeof(SloCompiler.PromQL.PromQlParser); }\n");
        Assert.Contains("CS0234", user.Run("dotnet", "build", "--nologo").ShouldExitWith(1).Output, StringComparison.Ordinal);
    }
}
