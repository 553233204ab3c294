using SloCompiler.Checks.Online;
using SloCompiler.Plan.Rules;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Versions;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Online.Parts;

/// <summary>Finds what the release and the features of the server do not take.</summary>
internal sealed class VersionPart(OnlineContext context)
{
    /// <summary>Looks at every expression as written, and at every rule that specs compile to.</summary>
    public void Run()
    {
        if (context.Facts.Target is not { } target)
        {
            return;
        }

        foreach (var use in context.Uses)
        {
            foreach (var error in VersionCheck.Run(use.Expr, use.Text, target))
            {
                context.Report(new Diagnostic(KindOf(error), use.Map(error.Span), $"{error.Message}; the server is {context.Facts.Name}."), use.Subject);
            }
        }

        foreach (var rule in (context.Input.Plan?.Services ?? []).SelectMany(s => s.Groups).SelectMany(g => g.Rules))
        {
            Check(rule, target);
        }
    }

    private void Check(PlannedRule rule, PrometheusTarget target)
    {
        var text = PromQlPrinter.Print(rule.Expr);
        if (PromQlParser.Parse(text).Expr is not { } expr)
        {
            return;
        }

        foreach (var error in VersionCheck.Run(expr, text, target))
        {
            context.Report(new Diagnostic(KindOf(error), rule.Origin, $"A rule that this compiles to: {error.Message}; the server is {context.Facts.Name}."));
        }
    }

    private static DiagnosticDescriptor KindOf(PromQlError error)
        => error.Descriptor == PromQlDiagnostics.FlagMissing || error.Descriptor == PromQlDiagnostics.FlagUnknown
            ? OnlineDiagnostics.FeatureOff
            : OnlineDiagnostics.SyntaxUnknownToServer;
}
