using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Rewriting;
using Xunit;

namespace SloCompiler.PromQL.Tests;

public sealed class PrintedCases
{
    [Theory]
    [InlineData("printed.txt")]
    [InlineData("printed-newer.txt")]
    public void Expressions_print_in_their_canonical_form(string file)
        => Assert.Equal(Expected(file), CaseFile.Read(file).Select(c => $"{c.Input} => {Printed(c.Input)}"));

    [Theory]
    [InlineData("printed.txt")]
    [InlineData("printed-newer.txt")]
    public void The_canonical_form_parses_to_the_same_tree(string file)
    {
        foreach (var @case in CaseFile.Read(file))
        {
            var tree = Parsed.Valid(@case.Input);
            Assert.Equal(tree, Parsed.Valid(PromQlPrinter.Print(tree)), PromQlComparer.Exact);
            Assert.Equal(tree, Parsed.Valid(PromQlPrinter.PrintPretty(tree, 8)), PromQlComparer.Exact);
        }
    }

    private static IEnumerable<string> Expected(string file) => CaseFile.Read(file).Select(c => c.ToString());

    private static string Printed(string input)
    {
        var result = PromQlParser.Parse(input);
        return result.IsValid && result.Expr is { } expr ? PromQlPrinter.Print(expr) : Parsed.Describe(input, result.Errors[0]);
    }
}
