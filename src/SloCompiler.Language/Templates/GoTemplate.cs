using System.Globalization;
using SloCompiler.Language.Templates.Parsing;
using SloCompiler.Language.Templates.Syntax;
using SloCompiler.PromQL.Versions;
using SloCompiler.Text;

namespace SloCompiler.Language.Templates;

/// <summary>
/// Reads the templates in labels and annotations of alerts: Go's text/template with the functions of Prometheus, and the
/// variables <c>$labels</c>, <c>$externalLabels</c>, <c>$externalURL</c> and <c>$value</c>.
/// </summary>
public static class GoTemplate
{
    /// <summary>Parses a template. Never throws for any text.</summary>
    /// <param name="text">The template.</param>
    /// <param name="release">The Prometheus that must load it; null for the latest.</param>
    public static GoTemplateResult Parse(string text, PrometheusRelease? release = null)
    {
        if (text.Length > TemplateLimits.MaxLength)
        {
            var message = string.Create(
                CultureInfo.InvariantCulture,
                $"the template has {text.Length} characters; slo reads up to {TemplateLimits.MaxLength}");
            return new GoTemplateResult(new GoTemplateTree(text, []), [new(TemplateDiagnostics.TooLarge, new TextSpan(0, text.Length), message)]);
        }

        if (!text.Contains("{{", StringComparison.Ordinal))
        {
            return new GoTemplateResult(new GoTemplateTree(text, text.Length == 0 ? [] : [new TemplateText(new TextSpan(0, text.Length), text)]), []);
        }

        return new TemplateParser(text, new TemplateLexer(text).Run(), release ?? PrometheusRelease.Latest).Parse();
    }
}
