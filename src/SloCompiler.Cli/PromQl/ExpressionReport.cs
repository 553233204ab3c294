using SloCompiler.Cli.Rendering;
using SloCompiler.Cli.Terminals;
using SloCompiler.PromQL.Meaning;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;
using SloCompiler.PromQL.Types;
using SloCompiler.PromQL.Versions;
using SloCompiler.Text;

namespace SloCompiler.Cli.PromQl;

/// <summary>Writes what an expression is for people.</summary>
internal sealed class ExpressionReport(bool hasColor)
{
    private readonly Ansi _ansi = new(hasColor);

    /// <summary>Writes the report; gives whether the expression is valid.</summary>
    public bool Write(TextWriter writer, string text, bool withTree, bool withLabels)
    {
        var parsed = PromQlParser.Parse(text);
        var source = new SourceText("expression", text);
        foreach (var error in parsed.Errors)
        {
            WriteError(writer, error, source);
        }

        if (parsed is not { IsValid: true, Expr: { } expr })
        {
            return false;
        }

        WriteForms(writer, expr, parsed, text);
        if (withTree)
        {
            writer.Write($"\n{_ansi.Bold("tree")}\n");
            ExpressionTree.Write(writer, expr, text);
        }

        if (withLabels)
        {
            writer.Write($"\n{_ansi.Bold("labels")}\n");
            writer.Write(LabelFlowText.Explain(LabelFlow.Of(expr, MeaningContext.Empty), text));
        }

        return true;
    }

    private void WriteForms(TextWriter writer, PromQlExpr expr, PromQlParseResult parsed, string text)
    {
        Field(writer, "type", PromQlTypes.NameOf(PromQlTypes.TypeOf(expr)));
        Field(writer, "canonical", PromQlPrinter.Print(expr));
        foreach (var use in FeatureUse.Of(expr, text))
        {
            var availability = use.Feature.Availability;
            var since = availability.Since is { } first ? $" since Prometheus {first}" : "";
            var flag = availability.FlagIn(PrometheusRelease.Latest) is { } name ? $" with --enable-feature={name}" : "";
            Field(writer, "needs", $"{use.Feature.Name}{since}{flag}");
        }

        var pretty = PromQlPrinter.PrintPrettyWithComments(parsed, text);
        writer.Write($"\n{string.Join('\n', pretty.Split('\n').Select(DisplayText.OneLine))}\n");
    }

    private void Field(TextWriter writer, string name, string value)
        => writer.Write($"{_ansi.Faint((name + ":").PadRight(11))}{DisplayText.OneLine(value)}\n");

    private void WriteError(TextWriter writer, PromQlError error, SourceText source)
    {
        var span = new SourceSpan(source, error.Span);
        var (line, column) = span.Start;
        var place = _ansi.Bold(FormattableString.Invariant($"{line}:{column}"));
        var kind = _ansi.Red($"error[{error.Descriptor.Code} {error.Descriptor.Name}]");
        writer.Write($"{place}: {kind}: {DisplayText.Sentence(error.Message)}\n");
        new SourceExcerpt(_ansi).Write(writer, span);
        writer.Write($"  {_ansi.Faint("help:")} {DisplayText.Sentence(error.Help ?? error.Descriptor.Help)}\n\n");
    }
}
