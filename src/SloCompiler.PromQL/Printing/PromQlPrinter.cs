using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Printing;

/// <summary>Prints a tree as PromQL.</summary>
public static class PromQlPrinter
{
    /// <summary>The canonical form on one line.</summary>
    public static string Print(PromQlExpr expr) => throw new NotSupportedException(expr.ToString());

    /// <summary>Broken over lines where one line would exceed the width.</summary>
    public static string PrintPretty(PromQlExpr expr, int width = 100) => throw new NotSupportedException($"{expr}{width}");
}
