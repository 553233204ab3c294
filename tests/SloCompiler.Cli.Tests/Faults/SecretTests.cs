using SloCompiler.Text;
using Xunit;

namespace SloCompiler.Cli.Tests.Faults;

/// <summary>Passwords in URLs reach neither messages nor output.</summary>
public sealed class SecretTests
{
    private const string Url = "https://ann:hunter2@runbooks.example.org/edge";

    [Theory]
    [InlineData("https://ann:hunter2@host/x", "https://***********@host/x")]
    [InlineData("see http://token@host and ftp://a:b@c", "see http://*****@host and ftp://***@c")]
    [InlineData("https://host/a@b", "https://host/a@b")]
    [InlineData("://@", "://@")]
    [InlineData("a@b ://", "a@b ://")]
    public void Users_and_passwords_are_hidden(string text, string hidden) => Assert.Equal(hidden, UrlSecrets.Hide(text));

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("github")]
    [InlineData("gitlab")]
    [InlineData("checkstyle")]
    [InlineData("junit")]
    public void Findings_show_no_password(string format)
    {
        using var folder = ExampleProject.Create();
        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec().Replace("https://runbooks.example.org/edge", Url, StringComparison.Ordinal));
        folder.Write("slo.yaml", $"version: slo-project/v1\nrules: [\"*.yml\"]\ngrafana: {{ url: \"{Url}\" }}\nrunbooks: {{ url: \"{Url}\" }}\n");
        folder.Write("a.yml", $"groups:\n  - name: a\n    rules:\n      - alert: A\n        expr: 'up{{url=\"{Url}\"}} == 1 +'\n        annotations: {{ runbook_url: \"{Url}\", {Url}: x }}\n");
        var result = InProcess.Run(folder, "check", "--format", format);
        Assert.Equal(2, result.ExitCode);
        Assert.DoesNotContain("hunter2", result.Output + result.Error, StringComparison.Ordinal);
        Assert.Equal(2, InProcess.Run(folder, "compile").ExitCode);
        Assert.False(Directory.Exists(folder.PathOf("generated")), "Nothing should be written.");
    }
}
