using System.Collections.Immutable;
using SloCompiler.Language.Templates.Syntax;
using SloCompiler.Text;

namespace SloCompiler.Language.Templates.References;

/// <summary>What a value may be.</summary>
internal enum TemplateValueKind
{
    Unknown,
    Alert,
    Labels,
    ExternalLabels,
    Text,
    Number,
    QueryResult,
    Sample,
    SampleLabels,
    Literal,
    Arguments,
}

/// <summary>One of the things that an expression in a template may give.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Origin">What reads it.</param>
internal sealed record TemplateValue(TemplateValueKind Kind, TextSpan Origin)
{
    public const int MostFunctions = 16;

    /// <summary>The query that it comes from; null where it is of the alert.</summary>
    public int? Query { get; init; }

    /// <summary>The functions that were applied to a number.</summary>
    public ImmutableArray<TemplateFunctionUse> Functions { get; init; } = [];

    /// <summary>The string that it is.</summary>
    public TemplateString? Literal { get; init; }

    /// <summary>The values that <c>args</c> put together.</summary>
    public ImmutableArray<ImmutableArray<TemplateValue>> Arguments { get; init; } = [];

    public static ImmutableArray<TemplateValue> Unknown { get; } = [];

    /// <summary>What tells two values apart, apart from their places.</summary>
    public (TemplateValueKind Kind, int? Query, string Functions, TemplateString? Literal) Identity
        => (Kind, Query, string.Join(' ', Functions.Select(f => f.Name)), Literal);

    public static ImmutableArray<TemplateValue> Union(ImmutableArray<TemplateValue> left, ImmutableArray<TemplateValue> right)
        => left.IsEmpty ? right : right.IsEmpty ? left : [.. left.Concat(right).DistinctBy(v => v.Identity).Take(8)];
}
