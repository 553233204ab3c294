using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests;

public sealed class PreCommitTests
{
    private const string Broken = "groups:\n- name: a\n  rules:\n  - alert: A\n    expr: sum(\n";
    private const string Unformatted = "groups:\n- name: a   # kept\n  rules:\n  - alert: A\n    Expr:  sum( up )==0\n";
    private const string Formatted = "groups:\n  - name: a   # kept\n    rules:\n      - alert: A\n        expr: sum(up) == 0\n";

    [PreCommitFact]
    public void The_hooks_install_in_a_fresh_repository_and_guard_its_commits()
    {
        using var product = CopyOfProduct();
        using var folder = ExampleProject.Create();
        using var cache = new TempFolder();
        folder.Write(".pre-commit-config.yaml", $"""
            repos:
              - repo: {product.FullPath}
                rev: {Git(product, cache, "rev-parse", "HEAD").ShouldSucceed().Output.Trim()}
                hooks: [{"{ id: slo-check }, { id: slo-fmt }, { id: slo-compile }"}]

            """);
        Git(folder, cache, "init", "--quiet").ShouldSucceed();
        Run(folder, cache, "pre-commit", "install", "--install-hooks").ShouldSucceed();

        folder.Write("a.rules.yml", Broken);
        var refused = Commit(folder, cache).ShouldExitWith(1);
        Assert.Contains("a.rules.yml:5:", refused.Output + refused.Error, StringComparison.Ordinal);

        folder.Write("a.rules.yml", Unformatted);
        Commit(folder, cache).ShouldExitWith(1);
        Assert.Equal(Formatted, folder.Read("a.rules.yml"));

        Commit(folder, cache).ShouldSucceed();
        Assert.True(File.Exists(folder.PathOf("generated/prometheus/edge.rules.yml")));
    }

    // What pre-commit clones is a commit, and what is tested is the working tree.
    private static TempFolder CopyOfProduct()
    {
        var copy = new TempFolder();
        var files = Tool.Run("git", ["ls-files", "--cached", "--others", "--exclude-standard"], Repository.Root).ShouldSucceed().Output;
        foreach (var path in files.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(p => IsPartOfBuild(p) && File.Exists(Repository.PathOf(p))))
        {
            copy.WriteBytes(path, File.ReadAllBytes(Repository.PathOf(path)));
        }

        Git(copy, copy, "init", "--quiet").ShouldSucceed();
        Git(copy, copy, "add", "--all").ShouldSucceed();
        Git(copy, copy, "commit", "--quiet", "--message", "Product").ShouldSucceed();
        return copy;
    }

    private static bool IsPartOfBuild(string path)
        => path.StartsWith("src/", StringComparison.Ordinal) || path.EndsWith(".csproj", StringComparison.Ordinal) || !path.Contains('/', StringComparison.Ordinal);

    private static ToolResult Commit(TempFolder folder, TempFolder cache)
    {
        Git(folder, cache, "add", "--all").ShouldSucceed();
        return Git(folder, cache, "commit", "--quiet", "--message", "Change");
    }

    private static ToolResult Git(TempFolder folder, TempFolder cache, params string[] arguments) => Run(folder, cache, "git", arguments);

    private static ToolResult Run(TempFolder folder, TempFolder cache, string program, params string[] arguments)
    {
        string[] environment =
        [
            $"PRE_COMMIT_HOME={cache.FullPath}",
            "GIT_AUTHOR_NAME=Test", "GIT_AUTHOR_EMAIL=test@example.org", "GIT_COMMITTER_NAME=Test", "GIT_COMMITTER_EMAIL=test@example.org",
            "GIT_CONFIG_GLOBAL=/dev/null",
            // A build server would outlive the folder that it was started in.
            "MSBUILDDISABLENODEREUSE=1",
        ];
        return Tool.Run("env", [.. environment, program, .. arguments], folder.FullPath);
    }
}
