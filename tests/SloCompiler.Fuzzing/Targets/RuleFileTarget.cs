using SloCompiler.Language.RuleFiles;
using SloCompiler.Language.RuleFiles.Dialects;
using SloCompiler.PromQL.Meaning;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Fuzzing.Targets;

/// <summary>Reads a rule file in a dialect that its text picks, and follows its records.</summary>
internal static class RuleFileTarget
{
    /// <summary>Throws where a law does not hold.</summary>
    public static void Check(string text)
    {
        RuleFileDetector.HoldsRules(text);
        RuleFileDetector.LooksLikeRules("rules.yml", text);
        var source = new SourceText("rules.yml", text);
        var findings = new DiagnosticBag();
        var options = new RuleFileOptions { Dialect = RuleDialects.All[text.Length % RuleDialects.All.Length], Workers = new Workers(1) };
        var file = RuleFileReader.Read(source, options, findings);
        BrokenLaw.Unless(file is not null || findings.HasErrors, "no file without an error");
        BrokenLaw.Unless(findings.ToImmutable().All(d => IsWithin(d.Span.Range, text)), "findings are within the file");
        if (file is null)
        {
            return;
        }

        var context = new MeaningContext(MeaningContext.Empty.Metrics, RecordIndex.Of([file]));
        foreach (var rule in file.Rules)
        {
            if (rule.Expr.Expr is { } expr)
            {
                LabelFlow.Of(expr, context);
            }

            BrokenLaw.Unless((rule.Expr.Parsed?.Errors ?? []).All(e => IsWithin(rule.Expr.Scalar.Map(e.Span).Range, text)), "expressions are within the file");
        }
    }

    private static bool IsWithin(TextSpan span, string text) => span.Start >= 0 && span.Length >= 0 && span.End <= text.Length;
}
