using System.Text.RegularExpressions;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Packages.Tests;

public sealed class DockerTests
{
    private static readonly IReadOnlyList<Instruction> Instructions = Read();

    [Fact]
    public void Images_are_pinned_to_a_patch_and_the_last_one_has_no_shell()
    {
        var images = Instructions.Where(i => i.Name == "FROM").Select(i => i.Text.Split(' ')[0]).ToList();
        Assert.Equal(2, images.Count);
        Assert.All(images, image => Assert.Matches(@":\d+\.\d+\.\d+-[a-z-]+$", image));
        Assert.EndsWith("-chiseled", images[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(FinalStage, i => i.Name is "RUN" or "ADD" or "SHELL" or "VOLUME");
        Assert.DoesNotContain(Instructions, i => i.Text.Contains(":latest", StringComparison.Ordinal));
    }

    [Fact]
    public void The_image_runs_slo_as_a_user_without_rights()
    {
        Assert.Matches(@"^[1-9]\d*:[1-9]\d*$", FinalStage.Single(i => i.Name == "USER").Text);
        Assert.Equal("""["/app/slo"]""", FinalStage.Single(i => i.Name == "ENTRYPOINT").Text);
        Assert.Contains("org.opencontainers.image.licenses=\"Apache-2.0\"", FinalStage.Single(i => i.Name == "LABEL").Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Instructions, i => i.Name == "ENV" && Regex.IsMatch(i.Text, "(?i)(token|secret|password)"));
    }

    [Fact]
    public void What_is_copied_is_in_the_context()
    {
        foreach (var copy in Instructions.Where(i => i.Name == "COPY" && !i.Text.StartsWith("--from=", StringComparison.Ordinal)))
        {
            Assert.All(copy.Text.Split(' ')[..^1], source => Assert.True(source == "." || Context.Contains(source), $"{source} is not in the context"));
        }

        Assert.All(Context, path => Assert.True(Path.Exists(Repository.PathOf(path)), path));
    }

    [PackageFact]
    public void The_command_of_the_build_makes_slo_from_what_the_context_holds()
    {
        using var context = new TempFolder();
        var files = Tool.Run("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", .. Context], Repository.Root).ShouldSucceed().Output;
        foreach (var file in files.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(f => File.Exists(Repository.PathOf(f))))
        {
            context.WriteBytes(file, File.ReadAllBytes(Repository.PathOf(file)));
        }

        var command = Instructions.Single(i => i.Name == "RUN").Text.Replace("/app", context.PathOf("app"), StringComparison.Ordinal);
        Tool.Run("env", ["TARGETARCH=amd64", "REVISION=0123456789abcdef", "MSBUILDDISABLENODEREUSE=1", "UseSharedCompilation=false", "sh", "-c", command], context.FullPath, timeout: TimeSpan.FromMinutes(15)).ShouldSucceed();
        Assert.EndsWith(" (0123456789ab)\n", Tool.Run(context.PathOf("app/slo"), ["--version"]).ShouldSucceed().Output, StringComparison.Ordinal);
    }

    private static IEnumerable<Instruction> FinalStage => Instructions.Skip(Instructions.ToList().FindLastIndex(i => i.Name == "FROM"));

    // The file leaves everything out, and then names what stays.
    private static IReadOnlyList<string> Context
        => [.. File.ReadLines(Repository.PathOf(".dockerignore")).Where(l => l.StartsWith('!')).Select(l => l[1..])];

    private static List<Instruction> Read()
    {
        var lines = File.ReadAllText(Repository.PathOf("Dockerfile")).Replace("\\\n", " ", StringComparison.Ordinal).Split('\n');
        return [.. lines.Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(' ', 2)).Select(p => new Instruction(p[0], p[1].Trim()))];
    }

    private sealed record Instruction(string Name, string Text);
}
