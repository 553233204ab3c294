using System.Collections.Immutable;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Versions;

/// <summary>Walks a tree, without recursion, and notes what not every release loads.</summary>
internal sealed class FeatureCollector(string text)
{
    private List<FeatureUse>? _uses;

    public void Collect(PromQlExpr root)
    {
        foreach (var node in PromQlWalker.DescendantsAndSelf(root))
        {
            CollectNode(node);
        }
    }

    public ImmutableArray<FeatureUse> Uses()
        => _uses is null ? [] : [.. _uses.OrderBy(u => u.Span.Start).ThenBy(u => u.Span.Length)];

    private void CollectNode(PromQlExpr node)
    {
        switch (node)
        {
            case NumberLiteral number:
                CollectNumber(number);
                break;
            case VectorSelector selector:
                CollectSelector(selector);
                break;
            case MatrixSelector matrix:
                CollectLength(matrix.Range, isOffset: false);
                break;
            case SubqueryExpr subquery:
                CollectSubquery(subquery);
                break;
            case BinaryExpr binary:
                CollectBinary(binary);
                break;
            case AggregateExpr aggregate:
                CollectAggregate(aggregate);
                break;
            case CallExpr call:
                CollectNamed(PromQlFeatures.OfFunction(call.Function), call.Span, call.Function);
                break;
            default:
                break;
        }
    }

    private void CollectNumber(NumberLiteral number)
    {
        AddIf(number.IsDuration, PromQlFeatures.DurationAsNumber, number.Span);
        CollectSeparators(number.Span);
    }

    private void CollectSelector(VectorSelector selector)
    {
        var span = selector.Span;
        if (selector.MetricName is not null && span.Length > 0 && text[span.Start] == '{')
        {
            Add(PromQlFeatures.QuotedNames, span);
        }

        foreach (var matcher in selector.Matchers)
        {
            CollectName(matcher.NameSpan);
        }

        CollectModifiers(selector.Modifiers, span);
    }

    private void CollectSubquery(SubqueryExpr subquery)
    {
        CollectLength(subquery.Range, isOffset: false);
        if (subquery.Step is { } step)
        {
            CollectLength(step, isOffset: false);
        }

        CollectModifiers(subquery.Modifiers, subquery.Span);
    }

    private void CollectModifiers(SelectorModifiers modifiers, TextSpan span)
    {
        if (modifiers.Offset is { } offset)
        {
            CollectLength(offset, isOffset: true);
        }

        if (modifiers.At is AtTimestamp)
        {
            AddIf(IsDuration(modifiers.AtSpan), PromQlFeatures.DurationAsNumber, modifiers.AtSpan);
            CollectSeparators(modifiers.AtSpan);
        }

        AddIf(modifiers.Extension != RangeExtension.None, PromQlFeatures.RangeExtensions, span);
    }

    private void CollectBinary(BinaryExpr binary)
    {
        AddIf(binary.Operator is BinaryOperator.TrimLower or BinaryOperator.TrimUpper, PromQlFeatures.TrimOperators, binary.OperatorSpan);
        if (binary.Matching is not { } matching)
        {
            return;
        }

        CollectNames(matching.LabelSpans);
        CollectNames(matching.IncludeSpans);
        AddIf(matching.FillLeft is not null || matching.FillRight is not null, PromQlFeatures.FillModifiers, binary.OperatorSpan);
    }

    private void CollectAggregate(AggregateExpr aggregate)
    {
        CollectNamed(PromQlFeatures.OfAggregation(aggregate.Operator), aggregate.Span, aggregate.Operator);
        CollectNames(aggregate.Grouping?.LabelSpans ?? []);
    }

    private void CollectLength(PromQlDuration length, bool isOffset)
    {
        if (length is DurationLiteral literal)
        {
            CollectLiteral(literal, isOffset);
            return;
        }

        foreach (var part in PromQlWalker.PartsAndSelf(length))
        {
            if (FeatureOf(part) is { } feature)
            {
                Add(feature, part.Span);
            }
        }
    }

    private static PromQlFeature? FeatureOf(PromQlDuration part) => part switch
    {
        DurationCall { Name: "step" } => PromQlFeatures.StepAsDuration,
        DurationCall { Name: "range" } => PromQlFeatures.RangeAsDuration,
        DurationCall => PromQlFeatures.ExtremeOfDurations,
        DurationBinary or DurationNegation or DurationParen => PromQlFeatures.DurationArithmetic,
        DurationLiteral or DurationVariable => null,
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    private void CollectLiteral(DurationLiteral literal, bool isOffset)
    {
        var span = literal.Span;
        if (span.Length == 0)
        {
            return;
        }

        var isDuration = IsDuration(span);
        AddIf(text[span.Start] == '+', PromQlFeatures.SignedOffset, span);
        AddIf(isDuration && isOffset && literal.Value.Milliseconds == 0, PromQlFeatures.ZeroOffset, span);
        AddIf(!isDuration, PromQlFeatures.NumberAsDuration, span);
        CollectSeparators(span);
    }

    private bool IsDuration(TextSpan span)
    {
        var written = text.AsSpan(span.Start, span.Length).TrimStart("+- \t\r\n");
        return NumberScanner.Scan(written, out _) == TokenKind.Duration;
    }

    private void CollectSeparators(TextSpan span)
        => AddIf(text.AsSpan(span.Start, span.Length).Contains('_'), PromQlFeatures.DigitSeparators, span);

    private void CollectNames(ImmutableArray<TextSpan> names)
    {
        foreach (var name in names)
        {
            CollectName(name);
        }
    }

    private void CollectName(TextSpan name)
        => AddIf(name.Length > 0 && text[name.Start] is '"' or '\'' or '`', PromQlFeatures.QuotedNames, name);

    private void CollectNamed(PromQlFeature? feature, TextSpan span, string name)
    {
        if (feature is not null)
        {
            Add(feature, new TextSpan(span.Start, Math.Min(name.Length, span.Length)));
        }
    }

    private void AddIf(bool isUsed, PromQlFeature feature, TextSpan span)
    {
        if (isUsed)
        {
            Add(feature, span);
        }
    }

    private void Add(PromQlFeature feature, TextSpan span)
    {
        _uses ??= [];
        _uses.Add(new FeatureUse(feature, span));
    }
}
