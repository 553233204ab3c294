using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Meaning.Quantities;

/// <summary>What operators and aggregations make of quantities.</summary>
internal static class QuantityRules
{
    /// <summary>The quantity of an aggregation.</summary>
    public static Quantity Aggregate(string op, Quantity inner) => op switch
    {
        "count" or "count_values" or "group" => Quantity.Count(QuantityKind.SeriesCount),
        "sum" when inner.Kind is QuantityKind.Info or QuantityKind.Boolean => Quantity.Count(QuantityKind.SeriesCount),
        "sum" when inner.Kind is QuantityKind.Quantile => inner with { Kind = QuantityKind.Gauge },
        "stdvar" => new Quantity(QuantityKind.Gauge, inner.Unit?.ToPower(2)),
        "stddev" => new Quantity(QuantityKind.Gauge, inner.Unit),
        "avg" when inner.Kind is QuantityKind.Boolean => new Quantity(QuantityKind.Ratio, Unit.One),
        _ => inner with { Constant = null },
    };

    /// <summary>The quantity of two operands.</summary>
    public static Quantity Binary(BinaryExpr expr, Quantity left, Quantity right) => expr.Operator switch
    {
        _ when left.Constant is { } a && right.Constant is { } b => Constants(expr.Operator, left, right, a, b),
        BinaryOperator.And or BinaryOperator.Unless => left,
        BinaryOperator.Or => Either(left, right),
        BinaryOperator.Add => Sum(left, right),
        BinaryOperator.Subtract => Difference(left, right),
        BinaryOperator.Multiply => Product(left, right),
        BinaryOperator.Divide => Quotient(left, right),
        BinaryOperator.Modulo => left,
        BinaryOperator.Power => Power(left, right),
        BinaryOperator.Atan2 => Quantity.Number(null),
        BinaryOperator.TrimLower or BinaryOperator.TrimUpper => left,
        _ when expr.ReturnBool => Quantity.Count(QuantityKind.Boolean),
        _ => left.Constant is null ? left : right,
    };

    /// <summary>What one or the other measures, where they agree. Constants stand in for anything.</summary>
    public static Quantity Either(Quantity left, Quantity right)
        => left.Constant is not null && right.Constant is null ? right
        : right.Constant is not null || left == right ? left
        : new Quantity(left.Kind == right.Kind ? left.Kind : QuantityKind.Unknown, left.Unit == right.Unit ? left.Unit : null);

    private static Quantity Constants(BinaryOperator op, Quantity left, Quantity right, double a, double b)
    {
        var value = ConstantMath.Binary(op, a, b);
        var isTime = (left.Kind, right.Kind) is (QuantityKind.Duration, _) or (_, QuantityKind.Duration)
            && op is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply
            && left.Kind != right.Kind;
        return isTime ? new Quantity(QuantityKind.Duration, Unit.Seconds) { Constant = value } : Quantity.Number(value);
    }

    private static Quantity Sum(Quantity left, Quantity right)
    {
        if (left.Constant is not null && left.Unit is null)
        {
            return right;
        }

        if (right.Constant is not null && right.Unit is null)
        {
            return left;
        }

        var unit = left.Unit == right.Unit ? left.Unit : null;
        return (left.Kind, right.Kind) switch
        {
            (QuantityKind.Timestamp, _) or (_, QuantityKind.Timestamp) => new Quantity(QuantityKind.Timestamp, unit),
            var (l, r) when l == r => left with { Unit = unit, Constant = null },
            (QuantityKind.Unknown, _) or (_, QuantityKind.Unknown) => new Quantity(QuantityKind.Unknown, unit),
            _ => new Quantity(QuantityKind.Gauge, unit),
        };
    }

    private static Quantity Difference(Quantity left, Quantity right)
    {
        var unit = left.Unit == right.Unit ? left.Unit : null;
        return (left.Kind, right.Kind) switch
        {
            (QuantityKind.Timestamp, QuantityKind.Duration) => new Quantity(QuantityKind.Timestamp, unit),
            (QuantityKind.Timestamp, QuantityKind.Timestamp or QuantityKind.Gauge) => new Quantity(QuantityKind.Duration, unit),
            (QuantityKind.Gauge, QuantityKind.Timestamp) => new Quantity(QuantityKind.Duration, unit),
            (QuantityKind.Timestamp, QuantityKind.Unknown) or (QuantityKind.Unknown, QuantityKind.Timestamp) => Quantity.Unknown,
            (QuantityKind.Counter or QuantityKind.HistogramCount or QuantityKind.HistogramSum, _) when left.Kind == right.Kind
                => new Quantity(QuantityKind.Gauge, unit),
            _ => Sum(left, right),
        };
    }

    private static Quantity Product(Quantity left, Quantity right)
    {
        if (left.Constant is { } a && left.Unit is null)
        {
            return Scaled(right, a);
        }

        if (right.Constant is { } b && right.Unit is null)
        {
            return Scaled(left, b);
        }

        return (left.Kind, right.Kind) switch
        {
            (QuantityKind.Info or QuantityKind.Boolean, _) => right,
            (_, QuantityKind.Info or QuantityKind.Boolean) => left,
            (QuantityKind.Ratio, QuantityKind.Ratio) => left,
            _ => OfUnit(left.Unit is { } l && right.Unit is { } r ? l.Times(r) : null),
        };
    }

    private static Quantity Quotient(Quantity left, Quantity right)
    {
        if (right.Constant is { } divisor && right.Unit is null)
        {
            return Scaled(left, 1 / divisor);
        }

        if (right.Kind is QuantityKind.Info or QuantityKind.Boolean && left.Kind is not (QuantityKind.Info or QuantityKind.Boolean))
        {
            return left;
        }

        if (left.Constant is not null && left.Unit is null)
        {
            return OfUnit(right.Unit is null ? null : Unit.One.Over(right.Unit));
        }

        var unit = left.Unit is { } l && right.Unit is { } r ? l.Over(r) : null;
        return unit != Unit.One ? OfUnit(unit)
            : left.IsHundredfold ? new Quantity(QuantityKind.Percent, Unit.Percent)
            : new Quantity(QuantityKind.Ratio, Unit.One);
    }

    private static Quantity Power(Quantity left, Quantity right) => right.Constant is { } exponent && exponent == Math.Floor(exponent) && Math.Abs(exponent) < 10
        ? new Quantity(QuantityKind.Gauge, left.Unit?.ToPower((int)exponent))
        : Quantity.Unknown;

    /// <summary>A quantity times a factor, which converts its unit or makes more of it.</summary>
    private static Quantity Scaled(Quantity quantity, double factor)
    {
        if (quantity.Unit is not { } unit)
        {
            return quantity;
        }

        var isShare = quantity.Kind is QuantityKind.Ratio or QuantityKind.Percent;
        if (factor == 100 && !isShare)
        {
            return quantity with { IsHundredfold = true };
        }

        var converted = unit.IsDimensionless && !isShare ? unit : unit.Convert(factor) ?? unit;
        return quantity with { Unit = converted, Kind = !isShare ? quantity.Kind : converted == Unit.Percent ? QuantityKind.Percent : QuantityKind.Ratio };
    }

    private static Quantity OfUnit(Unit? unit) => new(unit switch
    {
        null => QuantityKind.Unknown,
        { IsTime: true } => QuantityKind.Duration,
        { IsPerTime: true } => QuantityKind.Rate,
        _ => QuantityKind.Gauge,
    }, unit);
}
