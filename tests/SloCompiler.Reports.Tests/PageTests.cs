using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SloCompiler.Reports.Tests;

public sealed class PageTests
{
    private const string Login = "slos/edge/login.html";

    [Fact]
    public void A_page_says_what_the_objective_means_in_words_minutes_and_events()
    {
        using var project = new ReportedProject(ReportedProject.Spec());
        var page = Text(ReportedProject.Page(project.Build(), Login));
        Assert.Contains("99.9% of all events counted by http_requests_total are to be good over the last 30d.", page);
        Assert.Contains("One in 1,000 may be bad", page);
        Assert.Contains("43.2 minutes of total failure", page);
        Assert.Contains("51,840 of 51,840,000 in 30d", page);
    }

    [Fact]
    public void A_page_has_the_tiers_that_slo_explain_has()
    {
        using var project = new ReportedProject(ReportedProject.Spec());
        var rows = Regex.Matches(ReportedProject.Page(project.Build(), Login), "<tr><th scope=\"row\"><bdi>(?:page|ticket).*?</tr>", RegexOptions.Singleline)
            .Select(m => Text(m.Value)).ToList();
        Assert.Equal(4, rows.Count);
        Assert.Equal("page fast 1h and 5m 14.4 1.44% 2% 51.8 s 86.4 min 7.2 h… ".Trim(' ', '…')[..34], rows[0][..34]);
        Assert.Contains("6h and 30m 6 0.6% 5% 2.16 min 3.6 h – 29.8 min 167", rows[1]);
        Assert.Contains("1d and 2h 3 0.3% 10% 4.32 min 7.2 h – 120 min 334", rows[2]);
        Assert.Contains("3d and 6h 1 0.1% 10% 4.32 min 7.2 h 36 h 5.99 h 1,000", rows[3]);
    }

    [Fact]
    public void A_page_links_to_runbooks_and_dashboard_and_names_its_line()
    {
        using var project = new ReportedProject(ReportedProject.Spec());
        var page = ReportedProject.Page(project.Build(), Login);
        Assert.Contains("href=\"https://runbooks.example.org/edge/login\"", page);
        Assert.Contains("href=\"https://grafana.example.org/d/slo-edge\"", page);
        Assert.Contains("<code>slo-specs/a.slo.yaml:5</code>", page);
    }

    [Fact]
    public void A_page_shows_what_the_check_says_about_its_objective()
    {
        using var project = new ReportedProject(ReportedProject.Spec().Replace("20/s", "1/d", StringComparison.Ordinal));
        var result = project.Build();
        Assert.Contains("warning SLO264 objective-beyond-traffic in slo-specs/a.slo.yaml:7 At 1/d, 99.9% over 30d allows 0.03 bad events.", Text(ReportedProject.Page(result, Login)));
        Assert.Contains("1 warning", Text(ReportedProject.Page(result, "index.html")));
    }

    [Fact]
    public void Pages_have_no_script_load_nothing_and_allow_nothing_but_their_own_style()
    {
        using var project = new ReportedProject(ReportedProject.Spec());
        foreach (var page in project.Build().Files.Select(f => f.Text))
        {
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" style=", page);
            Assert.DoesNotMatch("\\s(src|srcset|background|data|on[a-z]+)=", page);
            Assert.DoesNotContain("<link", page);
            Assert.DoesNotContain("@import", page);
            Assert.DoesNotContain("url(", page);
            var style = Regex.Match(page, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
            var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
            Assert.Contains($"content=\"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'\"", page);
        }
    }

    [Fact]
    public void Links_between_pages_lead_to_pages_and_anchors_that_are_there()
    {
        using var project = new ReportedProject(ReportedProject.Spec());
        var files = project.Build().Files.ToDictionary(f => f.Path, f => f.Text, StringComparer.Ordinal);
        foreach (var (path, page) in files)
        {
            foreach (var href in Regex.Matches(page, "href=\"([^\"]*)\"").Select(m => m.Groups[1].Value).Where(h => !h.StartsWith("http", StringComparison.Ordinal)))
            {
                var target = new Uri(new Uri("file:///" + path), href);
                var file = target.AbsolutePath.TrimStart('/');
                Assert.True(files.ContainsKey(file), $"{path} links to {href}");
                Assert.True(target.Fragment.Length == 0 || files[file].Contains($"id=\"{target.Fragment[1..]}\"", StringComparison.Ordinal), $"{path} links to {href}");
            }
        }
    }

    [Fact]
    public void The_same_specs_give_the_same_bytes()
    {
        using var project = new ReportedProject(ReportedProject.Spec());
        var again = project.Build(new ReportRequest { Threads = 1 });
        foreach (var (a, b) in project.Build().Files.Zip(again.Files))
        {
            Assert.Equal(a.Path, b.Path);
            Assert.Equal(a.Text, b.Text);
        }
    }

    [Fact]
    public void Curves_are_those_of_the_formulas()
    {
        using var project = new ReportedProject(ReportedProject.Spec());
        var page = ReportedProject.Page(project.Build(), Login);
        // Detection at 5 %: thr·L/e = 0.0144·3600/0.05 s; reset at 100 %: S·(1 − thr).
        Assert.Matches("<th scope=\"row\">5%</th><td class=\"number\">17.3 min</td>", page);
        Assert.Matches("<th scope=\"row\">100%</th><td class=\"number\">4.93 min</td>", page);
        Assert.Equal(3, Regex.Count(page, "<svg "));
        Assert.All(Regex.Matches(page, "<svg .*?</svg>", RegexOptions.Singleline), svg => System.Xml.Linq.XElement.Parse(svg.Value));
    }

    internal static string Text(string html)
        => Regex.Replace(System.Net.WebUtility.HtmlDecode(Regex.Replace(Regex.Replace(html, "<style>.*?</style>", " ", RegexOptions.Singleline), "<[^>]*>", " ")), "\\s+", " ").Trim();
}
