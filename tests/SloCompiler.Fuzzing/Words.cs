using System.Collections.Immutable;
using SloCompiler.PromQL.Types;

namespace SloCompiler.Fuzzing;

/// <summary>What mutations insert, by language.</summary>
internal static class Words
{
    /// <summary>Tokens of PromQL.</summary>
    public static ImmutableArray<string> PromQl { get; } =
    [
        .. "( ) [ ] { } , : + - * / % ^ == != <= >= < > </ >/ =~ !~ = ! @ # \" ' ` \\ . $ ; ? & |".Split(' '),
        .. "and or unless atan2 bool on ignoring group_left group_right by without offset start() end() step() range() min_of max_of".Split(' '),
        .. "anchored smoothed fill fill_left fill_right(1) fill(0) on() by() inf nan 0x1F 5m 1h30m 1d [5m] [1h:5m] [5m:] {a=\"b\"} \"a b\"".Split(' '),
        .. "{__name__=~\"a.+\"} {\"a.b\"} $window \\x41 \\u00e9 \\777 # vector(1) scalar(x) time() label_replace(x,\"a\",\"$1\",\"b\",\"(.*)\")".Split(' '),
        .. PromQlFunctions.All.Select(f => f.Name + "("),
        "group_left (a)", "sum by (job) (", " offset -5m", " @ 1.5", "# comment\n", "\n", " ", "count_values(\"a\",", "histogram_quantile(0.9,",
        "x or ", " and x", " unless x == 0", "absent(", "label_join(x,\"a\",\"-\",\"b\",\"c\")", "(?i)", "[^a]", "\\pL", "a{1000}", "(?P<n>",
    ];

    /// <summary>Tokens of templates.</summary>
    public static ImmutableArray<string> Template { get; } =
    [
        "{{", "}}", "{{-", "-}}", "{{ ", " }}", "{{/*", "*/}}", "{{ end }}", "{{ else }}", "{{ else if . }}", "{{ if . }}", "{{ with . }}", "{{ range . }}",
        "{{ range $i, $e := . }}", "{{ define \"a\" }}", "{{ template \"a\" . }}", "{{ block \"a\" . }}", "{{ break }}", "{{ continue }}", "|", " | ", ":=", "=",
        ",", "(", ")", ".", "..", "$", "$labels", "$labels.job", "$value", "$externalLabels.a", "$externalURL", "$x", "nil", "true", "'a'", "'", "\"", "`",
        "\"\\n\"", "\"\\q\"", "0x1p-2", "1i", "1_0", "humanize", "humanizeDuration", "printf \"%.2f\"", "query \"up\"", "first", "value", "label \"job\"", "sortByLabel",
        "index $labels \"job\"", "eq", "and", "not", "len", "slice", "html", "js", "reReplaceAll", "toUpper", "args", "parseDuration", "\n", " ",
    ];

    /// <summary>Words of series.</summary>
    public static ImmutableArray<string> Series { get; } =
    [
        "_", "stale", "x", "x3", "x0", "x18446744073709551616", "+", "-", "1+2x3", "{{", "}}", "{{}}", "schema:", "sum:", "count:", "buckets:[1 2]", "offset:",
        "counter_reset_hint:reset", "custom_values:[", "]", "{", "}", "a=\"b\"", "\"", ",", "=", "__name__", " ", "\n", "\t", "e5", "Inf", "NaN", ".", "z_bucket_w:",
    ];

    /// <summary>Pieces of YAML and rule files.</summary>
    public static ImmutableArray<string> RuleFile { get; } =
    [
        "groups:", "- name: a\n", "  rules:\n", "  - record: a:b\n", "    expr: up\n", "    alert: A\n", "    for: 5m\n", "    keep_firing_for: 1h\n", "    labels:\n",
        "    annotations:\n", "      summary: '{{ $value }}'\n", "  interval: 1m\n", "  limit: 0x10\n", "  query_offset: -1m\n", "  partial_response_strategy: warn\n",
        "apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\n", "spec:\n", "---\n", "...\n", "%YAML 1.1\n", "&a ", "*a", "<<: *a\n", "!!str ", "!!binary ", "? ", "|\n", ">-\n",
        "|2+\n", "'", "\"", "\\", "[", "]", "{", "}", ",", ":", ": ", "-", "- ", "#", " # c\n", "\t", "\n", " ", "  ", "null", "~", "true", "0o7", "1e3", "\\x41", "{{ $labels.x }}",
        "sum by (a) (rate(x[5m])) > 0", "version: slo/v1\n", "slos:\n", "@", "`", "%",
    ];
}
