using System.Collections.Immutable;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Parsing;

/// <summary>What is wrong with an expression, and where in it.</summary>
/// <param name="Span">Range in the expression.</param>
/// <param name="Message">What is wrong, as Prometheus words it where it has words for it.</param>
/// <param name="Help">What to do, where that is known.</param>
public sealed record PromQlError(TextSpan Span, string Message, string? Help = null);

/// <summary>The tree, where one could be built, and what is wrong.</summary>
public sealed record PromQlParseResult(PromQlExpr? Expr, ImmutableArray<PromQlError> Errors);

/// <summary>What the parser accepts beyond PromQL, and its limits.</summary>
public sealed record PromQlParseOptions
{
    /// <summary>Plain PromQL.</summary>
    public static PromQlParseOptions Default { get; } = new();

    /// <summary>Names that may stand for a duration, without the dollar sign: <c>window</c>, <c>__rate_interval</c>, …</summary>
    public ImmutableArray<string> DurationVariables { get; init; } = [];
}

/// <summary>Reads PromQL text into a typed tree: hand-written, precedence climbing, bounded in length, depth and nodes.</summary>
public static class PromQlParser
{
    /// <summary>Parses and type-checks an expression.</summary>
    public static PromQlParseResult Parse(string text, PromQlParseOptions? options = null)
        => throw new NotSupportedException($"{text}{options}");
}
