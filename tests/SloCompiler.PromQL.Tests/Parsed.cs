using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;
using Xunit;

namespace SloCompiler.PromQL.Tests;

internal static class Parsed
{
    /// <summary>The tree of an expression that must be valid.</summary>
    public static PromQlExpr Valid(string promql, PromQlParseOptions? options = null)
    {
        var result = PromQlParser.Parse(promql, options);
        Assert.True(result.Errors.IsEmpty, result.Errors.IsEmpty ? "" : $"{promql}: {Describe(promql, result.Errors[0])}");
        return Assert.IsAssignableFrom<PromQlExpr>(result.Expr);
    }

    /// <summary>The errors of an expression, one per line.</summary>
    public static string Errors(string promql, PromQlParseOptions? options = null)
        => string.Join('\n', PromQlParser.Parse(promql, options).Errors.Select(e => Describe(promql, e)));

    /// <summary>An error as <c>line:column: text</c>.</summary>
    public static string Describe(string promql, PromQlError error)
    {
        var position = new SourceText("", promql).GetPosition(error.Span.Start);
        return $"{position.Line}:{position.Column}: {error.Message}";
    }
}
