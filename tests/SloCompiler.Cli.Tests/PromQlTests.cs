using System.Text;
using System.Text.Json;
using SloCompiler.Cli.PromQl;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests;

public sealed class PromQlTests
{
    [Theory]
    [InlineData("\"up\"", """{"ok":true,"type":"vector","canonical":"up","pretty":"up","flags":[],"diagnostics":[]}""")]
    [InlineData("\"1\"", """{"ok":true,"type":"scalar","canonical":"1","pretty":"1","flags":[],"diagnostics":[]}""")]
    [InlineData("\"up[5m]\"", """{"ok":true,"type":"matrix","canonical":"up[5m]","pretty":"up[5m]","flags":[],"diagnostics":[]}""")]
    [InlineData("\"'x'\"", """{"ok":true,"type":"string","canonical":"\"x\"","pretty":"\"x\"","flags":[],"diagnostics":[]}""")]
    [InlineData("  \"up\"  \r", """{"ok":true,"type":"vector","canonical":"up","pretty":"up","flags":[],"diagnostics":[]}""")]
    [InlineData("\"limitk(2, up)\"", """{"ok":true,"type":"vector","canonical":"limitk(2, up)","pretty":"limitk(2, up)","flags":["promql-experimental-functions"],"diagnostics":[]}""")]
    [InlineData("\"rat(up)\"", """{"ok":false,"type":null,"canonical":null,"pretty":null,"flags":[],"diagnostics":[{"severity":"error","code":"SLO305","message":"unknown function with name \"rat\"","start":0,"end":3}]}""")]
    [InlineData("\"'é😀' + up\"", """{"ok":false,"type":null,"canonical":null,"pretty":null,"flags":[],"diagnostics":[{"severity":"error","code":"SLO301","message":"binary expression must contain only scalar and instant vector types","start":0,"end":8}]}""")]
    public void Every_line_is_answered_by_an_object_of_the_promised_shape(string line, string expected)
        => Assert.Equal(expected + "\n", Answers(line));

    [Theory]
    [InlineData("up", "the line is not a JSON string")]
    [InlineData("", "the line is not a JSON string")]
    [InlineData("[\"up\"]", "the line is not a JSON string")]
    [InlineData("\"up\" \"up\"", "the line is not a JSON string")]
    [InlineData("\"up", "the line is not a JSON string")]
    [InlineData("\"\\ud800\"", "the string is not valid Unicode")]
    public void What_is_no_JSON_string_is_said_and_does_not_end_the_stream(string line, string expected)
    {
        var answers = Answers(line + "\n\"up\"\n").Split('\n');
        using var first = JsonDocument.Parse(answers[0]);
        var diagnostic = first.RootElement.GetProperty("diagnostics")[0];
        Assert.Equal((false, expected), (first.RootElement.GetProperty("ok").GetBoolean(), diagnostic.GetProperty("message").GetString()));
        Assert.StartsWith("{\"ok\":true", answers[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_and_endless_lines_do_not_end_the_stream()
    {
        var bytes = new List<byte>("\"\xff\"\n"u8.ToArray());
        bytes[1] = 0xff;
        bytes.RemoveAt(2);
        bytes.AddRange(Enumerable.Repeat((byte)'x', 20_000_000));
        bytes.AddRange("\n\"up\""u8);
        var answers = Answers([.. bytes]).Split('\n');
        Assert.Equal(4, answers.Length);
        Assert.Contains("not valid Unicode", answers[0], StringComparison.Ordinal);
        Assert.Contains("the line has more than", answers[1], StringComparison.Ordinal);
        Assert.StartsWith("{\"ok\":true", answers[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_is_answered_before_the_next_is_sent()
    {
        using var folder = new TempFolder();
        using var process = SloCommand.Start(folder.FullPath, "promql", "--jsonl");
        foreach (var expr in (string[])["up", "sum(up)", "1"])
        {
            await process.StandardInput.WriteAsync($"\"{expr}\"\n");
            await process.StandardInput.FlushAsync();
            var answer = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
            Assert.Contains($"\"canonical\":\"{expr}\"", answer, StringComparison.Ordinal);
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public void People_see_type_forms_needs_tree_and_labels()
    {
        using var folder = new TempFolder();
        var result = SloCommand.Run(folder.FullPath, "promql", "--tree", "--labels", "sum by(job)(limitk(2,up))").ShouldSucceed();
        Assert.StartsWith("type:      instant vector\ncanonical: sum by (job) (limitk(2, up))\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("--enable-feature=promql-experimental-functions", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n  aggregation limitk  instant vector  limitk(2,up)\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("cannot other labels", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void People_see_where_an_expression_is_wrong()
    {
        using var folder = new TempFolder();
        var result = SloCommand.Pipe(folder.FullPath, "sum(up) +\n  rates(up[5m])\n", "promql", "-").ShouldExitWith(1);
        Assert.StartsWith("2:3: error[SLO305 promql-unknown-function]", result.Output, StringComparison.Ordinal);
        Assert.Contains("  2 |   rates(up[5m])\n    |   ^^^^^\n  help: Did you mean `rate`?\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("promql")]
    [InlineData("promql", "--jsonl", "up")]
    [InlineData("promql", "--jsonl", "--tree")]
    public void Misuse_is_said(params string[] arguments)
    {
        using var folder = new TempFolder();
        var result = SloCommand.Run(folder.FullPath, arguments).ShouldExitWith(2);
        Assert.StartsWith("slo: ", result.Error, StringComparison.Ordinal);
    }

    private static string Answers(string input) => Answers(Encoding.UTF8.GetBytes(input));

    private static string Answers(byte[] input)
    {
        var output = new StringWriter();
        new ExpressionStream(new MemoryStream(input), output).Run();
        return output.ToString();
    }
}
