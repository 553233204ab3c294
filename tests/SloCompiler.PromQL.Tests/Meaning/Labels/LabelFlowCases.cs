using SloCompiler.PromQL.Meaning;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.PromQL.Parsing;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.PromQL.Tests.Meaning.Labels;

public sealed class LabelFlowCases
{
    private const string Cases = "tests/SloCompiler.PromQL.Tests/Cases/labels.txt";
    private const string Arrow = " => ";

    private static readonly PromQlParseOptions Options = new() { AllowExperimentalFunctions = true };

    [Fact]
    public void Expressions_return_the_labels_of_the_case_file()
    {
        var context = Catalogue.OfCases.Context();
        var lines = File.ReadAllLines(Repository.PathOf(Cases)).Select(line => Rewrite(line, context));
        Golden.MatchesFile(Cases, string.Concat(lines.Select(line => line + "\n")), "tests/SloCompiler.PromQL.Tests");
    }

    private static string Rewrite(string line, MeaningContext context)
    {
        var arrow = line.LastIndexOf(Arrow, StringComparison.Ordinal);
        return arrow < 0 || line.StartsWith("//", StringComparison.Ordinal)
            ? line
            : line[..arrow] + Arrow + Describe(line[..arrow], context);
    }

    private static string Describe(string promql, MeaningContext context)
    {
        var branches = LabelFlow.Of(Parsed.Valid(promql, Options), context).Root.Branches;
        return branches.IsEmpty ? "none" : string.Join(" or ", branches.Select(LabelFlowText.Line));
    }
}
