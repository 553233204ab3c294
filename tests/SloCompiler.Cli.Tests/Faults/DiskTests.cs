using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests.Faults;

/// <summary>Disks that are full or read-only: real ones in memory, which a namespace of its own lets any user mount.</summary>
public sealed class DiskTests
{
    private static readonly string Slo = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "slo.dll")}' compile --no-cache";

    [LinuxFact]
    public void A_full_disk_is_reported_and_leaves_every_file_old_or_new()
    {
        using var folder = ExampleProject.Create();
        var (old, @new) = TwoVersions(folder);
        var result = Run(folder, $"""
            mount -t tmpfs -o size=64m tmpfs generated && cp -r old/. generated/
            dd if=/dev/zero of=generated/ballast bs=1k 2>/dev/null
            {Slo} -o generated; code=$?
            rm generated/ballast && cp -a generated/. seen/
            {Slo} -o generated && cp -a generated/. after/
            exit $code
            """);
        result.ShouldExitWith(2);
        Assert.Contains("output-not-writable", result.Output, StringComparison.Ordinal);
        Assert.Contains("the disk is full", result.Output, StringComparison.Ordinal);
        Assert.All(ExampleProject.Output(folder, "seen"), f => Assert.True(f.Value == old[f.Key] || f.Value == @new[f.Key], f.Key));
        Assert.Equal(@new, ExampleProject.Output(folder, "after"));
    }

    [LinuxFact]
    public void A_read_only_folder_is_reported_and_nothing_is_written()
    {
        using var folder = ExampleProject.Create();
        var (old, _) = TwoVersions(folder);
        var result = Run(folder, $"""
            mount -t tmpfs -o size=64m tmpfs generated && cp -r old/. generated/ && mount -o remount,ro generated
            {Slo} -o generated; code=$?
            cp -a generated/. seen/
            exit $code
            """);
        result.ShouldExitWith(2);
        Assert.Contains("output-not-writable", result.Output, StringComparison.Ordinal);
        Assert.Equal(old, ExampleProject.Output(folder, "seen"));
    }

    private static (Dictionary<string, string> Old, Dictionary<string, string> New) TwoVersions(TempFolder folder)
    {
        InProcess.Run(folder, "compile", "-o", "old").ShouldSucceed();
        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec(objective: "99.5%"));
        InProcess.Run(folder, "compile", "-o", "new").ShouldSucceed();
        foreach (var made in (string[])["generated", "seen", "after"])
        {
            Directory.CreateDirectory(folder.PathOf(made));
        }

        return (ExampleProject.Output(folder, "old"), ExampleProject.Output(folder, "new"));
    }

    private static ToolResult Run(TempFolder folder, string script)
        => Tool.Run("unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", script], folder.FullPath);
}
