using System.Text.Json.Nodes;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Tests.Grafana.Validation;

/// <summary>The queries of a dashboard as trees.</summary>
internal static class QueryTrees
{
    private static readonly PromQlParseOptions Options = new() { DurationVariables = ["__rate_interval", "__interval", "__range"] };

    /// <summary>Queries of panels and annotations.</summary>
    public static IEnumerable<string> Texts(JsonObject board)
        => Boards.Texts(board).Where(t => t.Key == "expr").Select(t => t.Text);

    public static PromQlParseResult Parse(string text) => PromQlParser.Parse(text, Options);

    /// <summary>The trees of the queries that can be parsed.</summary>
    public static IEnumerable<PromQlExpr> Of(JsonObject board) => Texts(board).Select(t => Parse(t).Expr).OfType<PromQlExpr>();

    /// <summary>All nodes, each with the function call next above it.</summary>
    public static IEnumerable<(PromQlExpr Node, string? Function)> Nodes(PromQlExpr expr, string? function = null)
        => PromQlWalker.Children(expr).SelectMany(c => Nodes(c, expr is CallExpr call ? call.Function : function)).Prepend((expr, function));

    public static IEnumerable<VectorSelector> Selectors(PromQlExpr expr) => PromQlWalker.Selectors(expr);
}
