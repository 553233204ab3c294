using System.Globalization;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Rendering;

/// <summary>Findings as a report of Checkstyle, which most build servers read.</summary>
/// <param name="least">The least severity that is written.</param>
public sealed class CheckstyleRenderer(Severity least) : IDiagnosticRenderer
{
    /// <inheritdoc />
    public void Write(TextWriter writer, CompilationResult result) => XmlOutput.Write(writer, xml =>
    {
        xml.WriteStartElement("checkstyle");
        xml.WriteAttributeString("version", "4.3");
        foreach (var file in result.Diagnostics.Where(d => d.Severity >= least).GroupBy(d => d.Span.Source.Path, StringComparer.Ordinal))
        {
            xml.WriteStartElement("file");
            xml.WriteAttributeString("name", XmlOutput.Clean(result.Project.ToDisplay(file.Key)));
            foreach (var finding in file)
            {
                xml.WriteStartElement("error");
                xml.WriteAttributeString("line", finding.Span.Start.Line.ToString(CultureInfo.InvariantCulture));
                xml.WriteAttributeString("column", finding.Span.Start.Column.ToString(CultureInfo.InvariantCulture));
                xml.WriteAttributeString("severity", SeverityText.Of(finding.Severity));
                xml.WriteAttributeString("message", XmlOutput.Clean(finding.Message));
                xml.WriteAttributeString("source", $"slo.{finding.Descriptor.Name}");
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });
}
