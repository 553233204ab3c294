using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Packages.Tests;

public sealed class InstallTests
{
    private const string Next = "99.0.0";

    [PackageFact]
    public void Installed_for_a_user_it_starts_a_project_is_updated_and_goes_without_a_trace()
    {
        using var releases = new TempFolder();
        using var user = new CleanHome(PackageFeed.Folder, releases.FullPath);
        var slo = user.GlobalTool("slo");
        user.Run("dotnet", "tool", "install", "--global", "SloCompiler").ShouldSucceed();

        Assert.Matches($@"^slo {PackageFeed.Version}( \([0-9a-f]{{12}}\))?\n$", user.Run(slo, "--version").ShouldSucceed().Output);
        user.Run(slo, "init").ShouldSucceed();
        user.Run(slo, "check").ShouldSucceed();
        user.Run(slo, "compile").ShouldSucceed();
        user.Run(slo, "compile", "--check").ShouldSucceed();

        PackageFeed.CopyAs(Next, releases.FullPath);
        user.Run("dotnet", "tool", "update", "--global", "SloCompiler").ShouldSucceed();
        Assert.Contains(Next, user.Run("dotnet", "tool", "list", "--global").ShouldSucceed().Output, StringComparison.Ordinal);
        user.Run(slo, "compile", "--check").ShouldSucceed();

        user.Run("dotnet", "tool", "uninstall", "--global", "SloCompiler").ShouldSucceed();
        Assert.False(File.Exists(slo));
    }

    [PackageFact]
    public void A_manifest_gives_everybody_in_a_repository_the_same_version()
    {
        using var user = new CleanHome(PackageFeed.Folder);
        user.Run("dotnet", "new", "tool-manifest").ShouldSucceed();
        user.Run("dotnet", "tool", "install", "SloCompiler").ShouldSucceed();
        Assert.StartsWith($"slo {PackageFeed.Version}", user.Run("dotnet", "slo", "--version").ShouldSucceed().Output, StringComparison.Ordinal);

        var manifest = user.Work.Files().Single(f => f.EndsWith("dotnet-tools.json", StringComparison.Ordinal));
        using var colleague = new CleanHome(PackageFeed.Folder);
        colleague.Work.Write(manifest, user.Work.Read(manifest));
        colleague.Run("dotnet", "tool", "restore").ShouldSucceed();
        colleague.Run("dotnet", "slo", "init").ShouldSucceed();
        colleague.Run("dotnet", "slo", "check").ShouldSucceed();

        user.Run("dotnet", "tool", "uninstall", "SloCompiler").ShouldSucceed();
        Assert.NotEqual(0, user.Run("dotnet", "slo", "--version").ExitCode);
    }

    [PackageFact]
    public void It_runs_once_without_being_installed()
    {
        using var user = new CleanHome(PackageFeed.Folder);
        user.Work.Write("a.rules.yml", "groups:\n  - name: a\n    rules:\n      - alert: A\n        expr: sum(\n");
        var found = user.Run("dotnet", "tool", "exec", "--yes", "SloCompiler", "--", "check", "a.rules.yml").ShouldExitWith(1);
        Assert.Contains("a.rules.yml:5:", found.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(user.GlobalTool("slo")));
    }

    [PackageFact]
    public void The_portable_package_runs_as_the_others_do()
    {
        using var user = new CleanHome(PackageFeed.Folder);
        user.Run("dotnet", "tool", "install", "SloCompiler.any", "--tool-path", "here").ShouldSucceed();
        var slo = user.Work.PathOf("here/slo");
        user.Run(slo, "init").ShouldSucceed();
        user.Run(slo, "compile").ShouldSucceed();
    }
}
