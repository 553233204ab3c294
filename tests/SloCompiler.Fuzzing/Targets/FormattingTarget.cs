using SloCompiler.Language.Formatting;
using SloCompiler.Text;

namespace SloCompiler.Fuzzing.Targets;

/// <summary>Formats a file and what came out.</summary>
internal static class FormattingTarget
{
    /// <summary>Throws where a law does not hold.</summary>
    public static void Check(string text)
    {
        var once = YamlFormatter.Format(new SourceText("a.slo.yaml", text));
        BrokenLaw.Unless(!once.Diagnostics.Any(d => d.Descriptor == FormattingDiagnostics.MeaningChanged), "formatting keeps the meaning");
        if (once.IsChanged)
        {
            var twice = YamlFormatter.Format(new SourceText("a.slo.yaml", once.Text));
            BrokenLaw.Unless(!twice.IsChanged, "formatting twice is formatting once");
        }
    }
}
