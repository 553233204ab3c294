using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck.Fluent;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.PromQL.Tests;

/// <summary>A real server prints what we print.</summary>
public sealed class PrintedByPrometheusTests
{
    private const int Trees = 1500;
    private const int FewestThatAnyServerKnows = 300;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [PrometheusFact]
    public async Task A_real_prometheus_prints_the_same_on_one_line_and_over_lines()
    {
        var known = await FormattedByServer([.. CaseFile.Read("printed.txt").Select(c => c.Input), .. Generated()]);
        Assert.True(known.Count > FewestThatAnyServerKnows, $"{known.Count}");
        Assert.Equal(known.Select(k => k.Pretty), known.Select(k => PromQlPrinter.PrintPretty(Parsed.Valid(k.Input))));

        var lines = await PrintedByServer([.. known.Select(k => k.Input)]);
        Assert.Equal(lines, known.Select(k => PromQlPrinter.Print(Parsed.Valid(k.Input))));
    }

    private static List<string> Generated()
    {
        var inputs = new List<string>();
        var collect = Prop.ForAll(Tests.Trees.All, tree =>
        {
            inputs.Add(PromQlPrinter.Print(DurationSubstitution.Fill(tree, "window", PrometheusDuration.FromMinutes(5))));
            return true;
        });
        Laws.Hold(collect, Trees);
        return inputs;
    }

    /// <summary>The expressions that the server accepts and prints as the newest does, with its form over several lines.</summary>
    private static async Task<List<(string Input, string Pretty)>> FormattedByServer(IReadOnlyList<string> inputs)
    {
        using var folder = new TempFolder();
        using var server = await Start(folder, ["up"]);
        var known = new List<(string Input, string Pretty)>();
        foreach (var input in inputs)
        {
            if (await server.Format(input) is { } pretty && !IsOfOldForm(input, pretty))
            {
                known.Add((input, pretty));
            }
        }

        return known;
    }

    private static async Task<IEnumerable<string>> PrintedByServer(IReadOnlyList<string> inputs)
    {
        using var folder = new TempFolder();
        using var server = await Start(folder, inputs);
        return (await server.WaitUntilRead(Limit) ?? []).Select(r => r.Query);
    }

    private static async Task<PrometheusServer> Start(TempFolder folder, IReadOnlyList<string> expressions)
    {
        var rules = new StringBuilder("groups:\n- name: printed\n  interval: 1h\n  rules:\n");
        foreach (var expression in expressions)
        {
            rules.Append(CultureInfo.InvariantCulture, $"  - record: printed\n    expr: {Quote(expression)}\n");
        }

        var server = PrometheusServer.Start(folder.FullPath, folder.Write("printed.yml", rules.ToString()));
        Assert.NotNull(await server.WaitUntilRead(Limit));
        return server;
    }

    private static string Quote(string text) => "\"" + text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal) + "\"";

    /// <summary>Version 2 writes large and small numbers with exponents, and forgets a group behind <c>ignoring ()</c>.</summary>
    private static bool IsOfOldForm(string input, string printed)
        => Regex.IsMatch(printed, @"\de[+-]\d") || Regex.IsMatch(input, @"ignoring \(\)\s*group_");
}
