using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Expressions;

/// <summary>A pattern that takes a value apart.</summary>
public sealed class SmellyRegex : NodeLint<VectorSelector>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO344", "smelly-regex", Severity.Info,
        "A pattern looks for parts of a value on both sides of a wildcard.",
        "The value seems to hold several facts; each of them would be better as a label of its own, which can be matched and grouped by.",
        "Add labels for the parts where the metric is made.");

    /// <inheritdoc />
    public override string Documentation => """
        Advice on patterns such as `a_.+_prod`: a text, a wildcard, a text.

        ```promql bad
        up{job=~"api-.+-prod"} == 0 # <-
        ```

        ```promql good
        up{job=~"api-.+"} == 0
        ```
        """;

    /// <inheritdoc />
    public override void Check(VectorSelector node, NodeScope scope)
    {
        foreach (var regex in RegexText.Of(node, scope.Expression).Where(r => IsSmelly(r.Matcher.Value)))
        {
            scope.Report(Descriptor, regex.Matcher.ValueSpan, $"The pattern \"{regex.Matcher.Value}\" looks for two parts of {regex.Matcher.Name}.");
        }
    }

    private static bool IsSmelly(string pattern)
    {
        foreach (var wildcard in (ReadOnlySpan<string>)[".+", ".*"])
        {
            var parts = pattern.Split(wildcard);
            if (parts is [{ Length: > 1 } before, { Length: > 1 } after] && IsPlain(before) && IsPlain(after))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPlain(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') && text.Any(char.IsAsciiLetterOrDigit);
}
