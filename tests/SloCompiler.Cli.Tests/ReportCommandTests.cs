using Xunit;

namespace SloCompiler.Cli.Tests;

public sealed class ReportCommandTests
{
    [Fact]
    public void Pages_are_written_to_the_folder_of_the_project_or_of_the_command_line()
    {
        using var folder = ExampleProject.Create();
        Assert.Equal(0, InProcess.Run(folder, "report").ExitCode);
        Assert.Contains("slo-report/index.html", folder.Files());
        Assert.Equal(0, InProcess.Run(folder, "report", "-o", "public/slo").ExitCode);
        Assert.Contains("public/slo/index.html", folder.Files());
    }

    [Theory]
    [InlineData("--from needs --prometheus or --online.", "--from", "2026-10-01")]
    [InlineData("--bearer-token-file needs --prometheus or --online.", "--bearer-token-file", "x")]
    [InlineData("--prometheus: the address", "--prometheus", "http://u:p@localhost")]
    [InlineData("--from is not before --to.", "--prometheus", "http://localhost", "--from", "2026-11-01", "--to", "2026-10-01")]
    [InlineData("--to takes a day such as", "--prometheus", "http://localhost", "--to", "yesterday")]
    public void What_makes_no_sense_is_refused(string problem, params string[] arguments)
    {
        using var folder = ExampleProject.Create();
        var result = InProcess.Run(folder, ["report", .. arguments]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(problem, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_does_not_answer_leaves_pages_that_say_so()
    {
        using var folder = ExampleProject.Create();
        var result = InProcess.Run(folder, "report", "--prometheus", "http://127.0.0.1:9");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("The server did not answer for", result.Error, StringComparison.Ordinal);
        Assert.Contains("No data", folder.Read("slo-report/index.html"), StringComparison.Ordinal);
    }
}
