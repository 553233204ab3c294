using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests.Online;

/// <summary>What <c>slo check --online</c> says of servers that are slow, wrong or down: a finding, exit code 2, no secret, in time.</summary>
public sealed class HostileServerTests
{
    private const string Secret = "s3cr3t-t0ken-value";

    public static TheoryData<string, string, string> Answers => new()
    {
        { "garbage", "server-answer-unusable", "is not valid JSON" },
        { "html", "server-answer-unusable", "is no JSON but text/html" },
        { "truncated", "server-answer-unusable", "is not valid JSON" },
        { "cut", "server-answer-unusable", "breaks off" },
        { "other", "server-answer-unusable", "is JSON, but not what Prometheus answers" },
        { "wrong-shape", "server-answer-unusable", "is JSON, but not what Prometheus answers" },
        { "not-http", "server-answer-unusable", "breaks off, or is not HTTP" },
        { "huge", "server-answer-unusable", "is larger than 64 MiB" },
        { "zip-bomb", "server-answer-unusable", "is larger than 64 MiB" },
        { "401", "server-denies-access", "wants other credentials" },
        { "403", "server-denies-access", "does not allow /api/v1/query" },
        { "404", "server-answer-unusable", "has no /api/v1/query" },
        { "422", "server-answer-unusable", "says: something about *** it" },
        { "500", "server-failed", "answers with HTTP status 500" },
        { "503", "server-failed", "has too much to do" },
        { "redirect", "server-redirects", "answers with a redirect to https://elsewhere.example.org/login, which is not followed" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Every_way_to_fail_is_a_finding_that_says_what_to_do_and_exits_with_2(string kind, string name, string message)
    {
        using var server = new RawServer(_ => ResponseOf(kind));
        var result = Check($"http://{server.Address}", out var seconds, "  timeout: 60s\n");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(name, result.Output, StringComparison.Ordinal);
        Assert.Contains(message, result.Output, StringComparison.Ordinal);
        Assert.Contains("help:", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, result.Output + result.Error, StringComparison.Ordinal);
        Assert.All(server.Requests, r => Assert.Contains($"Authorization: Bearer {Secret}", r, StringComparison.Ordinal));
        Assert.InRange(server.Requests.Count, 1, 3);
        Assert.InRange(seconds, 0, 100);
    }

    [Fact]
    public void A_server_that_is_down_is_told_at_once()
    {
        using var server = new RawServer(_ => null);
        var address = server.Address;
        server.Dispose();
        var result = Check($"http://{address}", out _);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("server-unreachable", result.Output, StringComparison.Ordinal);
        Assert.Contains("cannot be reached: Connection refused", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_nobody_knows_is_told()
    {
        var result = Check("http://prometheus.invalid:9090", out _);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("The name prometheus.invalid of http://prometheus.invalid:9090 cannot be resolved.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_never_answers_costs_one_timeout()
    {
        using var server = new RawServer(_ => null);
        var result = Check($"http://{server.Address}", out var seconds, "  timeout: 1s\n");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("did not answer within 1 s", result.Output, StringComparison.Ordinal);
        Assert.InRange(seconds, 0.9, 20);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void The_time_for_all_questions_together_ends_a_slow_run()
    {
        using var server = new RawServer(_ =>
        {
            Thread.Sleep(400);
            return RawServer.Response("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}");
        });
        var result = Check($"http://{server.Address}", out var seconds, "  total_timeout: 1s\n  concurrency: 1\n");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("together took longer than 1 s", result.Output, StringComparison.Ordinal);
        Assert.InRange(seconds, 0.9, 20);
    }

    [Fact]
    public void Credentials_never_follow_a_redirect()
    {
        using var other = new RawServer(_ => RawServer.Response("{}"));
        using var server = new RawServer(_ => RawServer.Response("", "302 Found", headers: $"Location: http://{other.Address}/api/v1/query\r\n"));
        Assert.Equal(2, Check($"http://{server.Address}", out _).ExitCode);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public void A_busy_server_is_asked_again_and_only_then()
    {
        var busy = 0;
        using var server = new RawServer(_ => Interlocked.Increment(ref busy) <= 2
            ? RawServer.Response("", "429 Too Many Requests")
            : RawServer.Response("", "500 Internal Server Error"));
        Check($"http://{server.Address}", out _);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public void Without_online_nothing_touches_the_network()
    {
        using var server = new RawServer(_ => RawServer.Response("{}"));
        using var folder = Project($"http://{server.Address}");
        InProcess.Run(folder, "check", "--min-severity", "info").ShouldSucceed();
        InProcess.Run(folder, "compile").ShouldSucceed();
        InProcess.Run(folder, "explain", "edge/availability").ShouldSucceed();
        InProcess.Run(folder, "check", "--prometheus", $"http://{server.Address}").ShouldExitWith(2);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Credentials_of_the_settings_go_to_the_server_of_the_settings_only()
    {
        using var other = new RawServer(_ => RawServer.Response("{}"));
        using var folder = Project("http://127.0.0.1:9");
        InProcess.Run(folder, "check", "--online", "--prometheus", $"http://{other.Address}").ShouldExitWith(2);
        Assert.DoesNotContain(Secret, Assert.Single(other.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://user:pass-w0rd@127.0.0.1:9090", "holds credentials")]
    [InlineData("ftp://127.0.0.1", "is not an http(s) URL")]
    [InlineData("http://127.0.0.1/?token=pass-w0rd", "has a query")]
    public void Addresses_with_secrets_are_refused_and_not_printed(string url, string message)
    {
        using var folder = new TempFolder();
        var onCommandLine = InProcess.Run(folder, "check", "--online", "--prometheus", url).ShouldExitWith(2);
        Assert.Contains(message, onCommandLine.Error, StringComparison.Ordinal);
        folder.Write("slo.yaml", $"version: slo-project/v1\nprometheus:\n  url: {url}\n");
        var inSettings = InProcess.Run(folder, "check", "--online").ShouldExitWith(2);
        Assert.Contains(message, inSettings.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("pass-w0rd@", onCommandLine.Output + onCommandLine.Error + inSettings.Output + inSettings.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bearer_token_file: missing.txt", "missing.txt does not exist")]
    [InlineData("bearer_token_file: two-lines.txt", "two-lines.txt holds something else than one line of plain text")]
    [InlineData("bearer_token_env: SLO_TEST_NOT_SET", "The environment variable SLO_TEST_NOT_SET is not set")]
    [InlineData("basic_auth: { username: ci, password_file: empty.txt }", "empty.txt holds nothing")]
    [InlineData("tls: { ca_file: token.txt }", "token.txt holds no certificate in PEM")]
    [InlineData("tls: { cert_file: token.txt }", "are no certificate and its key in PEM")]
    public void Credentials_that_cannot_be_read_are_told_without_what_they_hold(string setting, string message)
    {
        using var folder = Project("http://127.0.0.1:9", setting);
        folder.Write("two-lines.txt", $"{Secret}\n{Secret}\n");
        folder.Write("empty.txt", "\n");
        var result = InProcess.Run(folder, "check", "--online").ShouldExitWith(2);
        Assert.Contains(message, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, result.Output + result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_passwords_and_headers_come_from_files()
    {
        using var server = new RawServer(_ => RawServer.Response("{}"));
        using var folder = Project($"http://{server.Address}", "basic_auth: { username: ci, password_file: token.txt }\n  headers: { X-Scope-OrgID: { file: tenant.txt } }");
        folder.Write("tenant.txt", "team-a\n");
        folder.Write("more.txt", "X-More: yes\n");
        InProcess.Run(folder, "check", "--online", "--headers-file", "more.txt").ShouldExitWith(2);
        var request = Assert.Single(server.Requests);
        Assert.Contains($"Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"ci:{Secret}"))}\r\n", request, StringComparison.Ordinal);
        Assert.Contains("X-Scope-OrgID: team-a\r\n", request, StringComparison.Ordinal);
        Assert.Contains("X-More: yes\r\n", request, StringComparison.Ordinal);
    }

    private static ToolResult Check(string url, out double seconds, string more = "")
    {
        using var folder = Project(url, "bearer_token_file: token.txt", more);
        var watch = Stopwatch.StartNew();
        var result = InProcess.Run(folder, "check", "--online");
        seconds = watch.Elapsed.TotalSeconds;
        return result;
    }

    private static TempFolder Project(string url, string credentials = "bearer_token_file: token.txt", string more = "")
    {
        var folder = ExampleProject.Create();
        folder.Write("token.txt", Secret + "\n");
        folder.Write("slo.yaml", $"version: slo-project/v1\nprometheus:\n  url: {url}\n  {credentials}\n{more}");
        return folder;
    }

    private static byte[] ResponseOf(string kind) => kind switch
    {
        "garbage" => RawServer.Response("\0\u0001\u0002 no JSON"),
        "html" => RawServer.Response("<html><body>Log in</body></html>", type: "text/html"),
        "truncated" => RawServer.Response("{\"status\":\"success\",\"data\":{\"resultType\":\"vec"),
        "cut" => Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"status\":"),
        "other" => RawServer.Response("{\"hello\":\"world\"}"),
        "wrong-shape" => RawServer.Response("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":7,\"value\":[\"x\"]}]}}"),
        "not-http" => Encoding.UTF8.GetBytes("SSH-2.0-OpenSSH_9.2\r\n"),
        "huge" => Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n{"),
        "zip-bomb" => ZipBomb(),
        "401" => RawServer.Response("", "401 Unauthorized"),
        "403" => RawServer.Response("", "403 Forbidden"),
        "404" => RawServer.Response("404 page not found", "404 Not Found", "text/plain"),
        "422" => RawServer.Response($"{{\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"something about {Secret} it\"}}", "422 Unprocessable Entity"),
        "500" => RawServer.Response("oops", "500 Internal Server Error", "text/plain"),
        "503" => RawServer.Response("", "503 Service Unavailable", headers: "Retry-After: 0\r\n"),
        _ => RawServer.Response("", "302 Found", headers: "Location: https://user:pw@elsewhere.example.org/login?next=secret\r\n"),
    };

    private static byte[] ZipBomb()
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var block = new byte[1024 * 1024];
            for (var i = 0; i < 80; i++)
            {
                zip.Write(block);
            }
        }

        var head = Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n");
        return [.. head, .. packed.ToArray()];
    }
}
