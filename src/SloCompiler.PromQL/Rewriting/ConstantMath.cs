using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Rewriting;

/// <summary>Arithmetic on numbers as Prometheus does it.</summary>
internal static class ConstantMath
{
    // Beyond the years that both Prometheus and the calendar here know, nothing is computed.
    private const double FirstSecond = -62_135_596_800;
    private const double LastSecond = 253_402_300_799;

    /// <summary>The value of an operator, of comparisons 0 or 1; null for set operators and those on histograms.</summary>
    public static double? Binary(BinaryOperator op, double left, double right) => op switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.Modulo => left % right,
        BinaryOperator.Power => Math.Pow(left, right),
        BinaryOperator.Atan2 => Math.Atan2(left, right),
        _ => Compare(op, left, right) is { } holds ? holds ? 1 : 0 : null,
    };

    /// <summary>Whether a comparison holds; null for other operators.</summary>
    public static bool? Compare(BinaryOperator op, double left, double right) => op switch
    {
        BinaryOperator.Equal => left == right,
        BinaryOperator.NotEqual => left != right,
        BinaryOperator.Less => left < right,
        BinaryOperator.LessOrEqual => left <= right,
        BinaryOperator.Greater => left > right,
        BinaryOperator.GreaterOrEqual => left >= right,
        _ => null,
    };

    /// <summary>The value of a function that maps each sample by itself; null for all other functions.</summary>
    /// <param name="function">Name of the function.</param>
    /// <param name="x">The sample.</param>
    public static double? Map(string function, double x) => function switch
    {
        "abs" => Math.Abs(x),
        "ceil" => Math.Ceiling(x),
        "floor" => Math.Floor(x),
        "exp" => Math.Exp(x),
        "ln" => Math.Log(x),
        "log2" => Math.Log2(x),
        "log10" => Math.Log10(x),
        "sqrt" => Math.Sqrt(x),
        "round" => Round(x, 1),
        "sgn" => x < 0 ? -1 : x > 0 ? 1 : x,
        "deg" => x * 180 / Math.PI,
        "rad" => x * Math.PI / 180,
        _ => Trigonometric(function, x) ?? Calendar(function, x),
    };

    /// <summary>The nearest multiple, halves up.</summary>
    public static double Round(double x, double nearest)
    {
        var inverse = 1 / nearest;
        return Math.Floor((x * inverse) + 0.5) / inverse;
    }

    private static double? Trigonometric(string function, double x) => function switch
    {
        "sin" => Math.Sin(x),
        "cos" => Math.Cos(x),
        "tan" => Math.Tan(x),
        "asin" => Math.Asin(x),
        "acos" => Math.Acos(x),
        "atan" => Math.Atan(x),
        "sinh" => Math.Sinh(x),
        "cosh" => Math.Cosh(x),
        "tanh" => Math.Tanh(x),
        "asinh" => Math.Asinh(x),
        "acosh" => Math.Acosh(x),
        "atanh" => Math.Atanh(x),
        _ => null,
    };

    private static double? Calendar(string function, double x)
    {
        if (!(x is >= FirstSecond and <= LastSecond))
        {
            return null;
        }

        var time = DateTimeOffset.FromUnixTimeSeconds((long)x);
        return function switch
        {
            "days_in_month" => DateTime.DaysInMonth(time.Year, time.Month),
            "day_of_month" => time.Day,
            "day_of_week" => (int)time.DayOfWeek,
            "day_of_year" => time.DayOfYear,
            "hour" => time.Hour,
            "minute" => time.Minute,
            "month" => time.Month,
            "year" => time.Year,
            _ => null,
        };
    }
}
