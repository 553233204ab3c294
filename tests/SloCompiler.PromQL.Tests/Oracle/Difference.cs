using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Versions;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.PromQL.Tests.Oracle;

/// <summary>An expression on which promtool 2.42 and we disagree.</summary>
/// <param name="Expression">The expression.</param>
/// <param name="Ours">What we refuse it for; null where we accept it.</param>
/// <param name="Theirs">What promtool refuses it for; null where it accepts it.</param>
internal sealed record Difference(string Expression, string? Ours, string? Theirs)
{
    private static readonly PrometheusTarget Target = new(new PrometheusRelease(2, 42)) { Flags = [] };

    /// <summary>The disagreements over some expressions.</summary>
    public static IEnumerable<Difference> Among(IReadOnlyList<string> expressions)
    {
        var refusals = PromtoolVerdicts.Refusals(expressions);
        return expressions
            .Select((expression, i) => new Difference(expression, Refusal(expression), refusals.GetValueOrDefault(i)))
            .Where(d => d.Ours is null != d.Theirs is null);
    }

    public override string ToString() => $"{Expression.ReplaceLineEndings("␤")}   ours: {Ours ?? "accepted"}   theirs: {Theirs ?? "accepted"}";

    private static string? Refusal(string expression)
    {
        var result = PromQlParser.Parse(expression, new PromQlParseOptions { Release = Target.Release });
        var error = result is { IsValid: true, Expr: { } expr }
            ? VersionCheck.Run(expr, expression, Target).FirstOrDefault(e => e.Descriptor.Severity == Severity.Error)
            : result.Errors[0];
        return error?.Message;
    }
}
