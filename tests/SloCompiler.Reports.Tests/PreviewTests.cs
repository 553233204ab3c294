using System.Net;
using System.Text.RegularExpressions;
using SloCompiler.Preview;

namespace SloCompiler.Reports.Tests;

public sealed class PreviewTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Pages_follow_the_specs_and_stay_when_specs_break()
    {
        using var project = new ReportedProject(ReportedProject.Spec());
        await using var server = await PreviewServer.StartAsync(0);
        using var end = new CancellationTokenSource();
        var work = Task.Run(() => new PreviewRun(project.Files, TimeProvider.System, null).WorkAsync(server, end.Token));
        using var http = new HttpClient { BaseAddress = server.Url };

        Assert.Contains("Login availability", await Eventually(http, "/", page => page.Contains("Login availability", StringComparison.Ordinal)));
        Replace(project, ReportedProject.Spec(slo: "    title: Sign-in"));
        await Eventually(http, "/", page => page.Contains("Sign-in", StringComparison.Ordinal));
        Replace(project, ReportedProject.Spec().Replace("99.9%", "101%", StringComparison.Ordinal));
        var broken = await Eventually(http, "/", page => page.Contains("1 error", StringComparison.Ordinal));
        Assert.Contains("Sign-in", broken);
        Assert.Matches("<td><pre><code> *objective: 101%</code></pre></td><td><p><span class=\"word bad\">error</span> <code>SLO2", await http.GetStringAsync(new Uri("/messages.html", UriKind.Relative)));
        await end.CancelAsync();
        await work.WaitAsync(Limit);
    }

    [Fact]
    public async Task Browsers_are_told_of_changes()
    {
        await using var server = await PreviewServer.StartAsync(0);
        using var http = new HttpClient { BaseAddress = server.Url };
        using var stream = new StreamReader(await http.GetStreamAsync(new Uri("/events?since=0", UriKind.Relative)));
        Assert.Equal("retry: 1000", await stream.ReadLineAsync());
        using var project = new ReportedProject(ReportedProject.Spec());
        server.Show(PreviewPages.None.After(project.Build()));
        await stream.ReadLineAsync();
        Assert.Equal("event: changed", await stream.ReadLineAsync().WaitAsync(Limit));
        Assert.Equal("data: 1", await stream.ReadLineAsync());
    }

    [Theory]
    [InlineData("evil.example.org")]
    [InlineData("127.0.0.1.evil.example.org")]
    [InlineData("127.0.0.1:1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    public async Task Who_asks_for_another_host_gets_nothing(string host)
    {
        await using var server = await PreviewServer.StartAsync(0);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url);
        request.Headers.Host = host;
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Only_reading_is_allowed_and_only_of_pages_that_are_there()
    {
        await using var server = await PreviewServer.StartAsync(0);
        using var http = new HttpClient { BaseAddress = server.Url };
        using var body = new StringContent("x");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.PostAsync(server.Url, body)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("/../../etc/passwd", UriKind.Relative))).StatusCode);
        Assert.Equal(IPAddress.Loopback.ToString(), server.Url.Host);
    }

    [Fact]
    public async Task The_only_script_is_allowed_by_a_number_of_each_answer()
    {
        using var project = new ReportedProject(ReportedProject.Spec());
        await using var server = await PreviewServer.StartAsync(0);
        server.Show(PreviewPages.None.After(Live(project)));
        using var http = new HttpClient { BaseAddress = server.Url };
        var nonces = new HashSet<string>();
        for (var i = 0; i < 2; i++)
        {
            var page = await http.GetStringAsync(server.Url);
            var script = Assert.Single(Regex.Matches(page, "<script nonce=\"([0-9a-f]{32})\">"));
            Assert.Contains($"script-src 'nonce-{script.Groups[1].Value}'; connect-src 'self'", page);
            Assert.True(nonces.Add(script.Groups[1].Value));
        }
    }

    [Theory]
    [InlineData(0, "--port", "8080")]
    [InlineData(2, "--port", "70000")]
    [InlineData(2, "--port")]
    [InlineData(2, "--prt", "1")]
    [InlineData(0, "--templates", "x", "--port", "0")]
    public void The_command_line_is_read_strictly(int exitCode, params string[] words)
        => Assert.Equal(exitCode == 0, PreviewArguments.Read(words).Arguments is not null);

    // At once, so that no half of it is read.
    private static void Replace(ReportedProject project, string spec)
        => File.Move(project.Folder.Write("new.txt", spec), project.Folder.PathOf("slo-specs/a.slo.yaml"), overwrite: true);

    private static CompilationResult Live(ReportedProject project) => new ReportRun(project.Files, TimeProvider.System, _ => null).Build(new ReportRequest(), isLive: true);

    private static async Task<string> Eventually(HttpClient http, string path, Func<string, bool> isSo)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
            var page = await response.Content.ReadAsStringAsync();
            if (isSo(page))
            {
                return page;
            }

            Assert.True(watch.Elapsed < Limit, page);
            await Task.Delay(50);
        }
    }
}
