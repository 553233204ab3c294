using BenchmarkDotNet.Attributes;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Benchmarks;

/// <summary>Parsing and printing of everyday expressions; one operation is all of them.</summary>
[MemoryDiagnoser]
public class PromQlParsing
{
    private readonly string[] _expressions =
    [
        "up == 0",
        "sum by (job) (rate(http_requests_total{code=~\"5..\",route=\"/login\"}[5m])) / sum by (job) (rate(http_requests_total{route=\"/login\"}[5m])) > 0.05",
        "histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[5m]))) > 0.5",
        "(node_filesystem_avail_bytes * 100) / node_filesystem_size_bytes < 10 and on (instance, device, mountpoint) node_filesystem_readonly == 0",
        "max_over_time(pg_stat_activity_max_tx_duration{datname!~\"template.*|postgres\"}[2m]) > 2 * 60",
        "label_replace(kube_pod_status_phase{phase=~\"Pending|Unknown|Failed\"}, \"pod_name\", \"$1\", \"pod\", \"(.*)\") > 0",
        "sum_over_time(slo:bad:rate5m{service=\"edge\",slo=\"login\"}[30d]) / (sum_over_time(slo:total:rate5m{service=\"edge\",slo=\"login\"}[30d]) > 0)",
        "predict_linear(node_filesystem_free_bytes[1h], 4 * 3600) < 0",
    ];

    private PromQlExpr[] _trees = [];

    [GlobalSetup]
    public void BothAcceptAll()
    {
        foreach (var expression in _expressions.Where(e => !SpracheExpressions.Accepts(e)))
        {
            throw new InvalidOperationException(expression);
        }

        _trees = [.. _expressions.Select(e => PromQlParser.Parse(e).Expr ?? throw new InvalidOperationException(e))];
    }

    [Benchmark(Baseline = true)]
    public int HandWritten()
    {
        var errors = 0;
        foreach (var expression in _expressions)
        {
            errors += PromQlParser.Parse(expression).Errors.Length;
        }

        return errors;
    }

    [Benchmark]
    public int SpracheOverCharacters()
    {
        var accepted = 0;
        foreach (var expression in _expressions)
        {
            accepted += SpracheExpressions.Accepts(expression) ? 1 : 0;
        }

        return accepted;
    }

    [Benchmark]
    public int Print()
    {
        var length = 0;
        foreach (var tree in _trees)
        {
            length += PromQlPrinter.Print(tree).Length;
        }

        return length;
    }
}
