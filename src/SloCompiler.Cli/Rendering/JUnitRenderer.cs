using System.Globalization;
using System.Xml;
using SloCompiler.Input;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Rendering;

/// <summary>Findings as test results of JUnit: a suite for each file, a failed test for each finding, a passed one for a clean file.</summary>
/// <param name="least">The least severity that is written.</param>
public sealed class JUnitRenderer(Severity least) : IDiagnosticRenderer
{
    /// <inheritdoc />
    public void Write(TextWriter writer, CompilationResult result) => XmlOutput.Write(writer, xml =>
    {
        var findings = result.Diagnostics.Where(d => d.Severity >= least).ToLookup(d => d.Span.Source.Path, StringComparer.Ordinal);
        var files = result.Checked.Union(findings.Select(f => f.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "slo check");
        WriteCounts(xml, files.Sum(f => Math.Max(1, findings[f].Count())), findings.Sum(f => f.Count()));
        foreach (var file in files)
        {
            WriteSuite(xml, XmlOutput.Clean(result.Project.ToDisplay(file)), [.. findings[file]], result.Project);
        }

        xml.WriteEndElement();
    });

    private static void WriteSuite(XmlWriter xml, string file, List<Diagnostic> findings, ProjectLocation project)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", file);
        WriteCounts(xml, Math.Max(1, findings.Count), findings.Count);
        if (findings.Count == 0)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("name", file);
            xml.WriteAttributeString("classname", file);
            xml.WriteEndElement();
        }

        foreach (var finding in findings)
        {
            WriteCase(xml, file, finding, project);
        }

        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, string file, Diagnostic finding, ProjectLocation project)
    {
        var (line, column) = finding.Span.Start;
        var place = string.Create(CultureInfo.InvariantCulture, $"{line}:{column}");
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", $"{finding.Descriptor.Code} {finding.Descriptor.Name} {place}");
        xml.WriteAttributeString("classname", file);
        xml.WriteAttributeString("file", file);
        xml.WriteAttributeString("line", line.ToString(CultureInfo.InvariantCulture));
        xml.WriteStartElement("failure");
        xml.WriteAttributeString("type", SeverityText.Of(finding.Severity));
        xml.WriteAttributeString("message", XmlOutput.Clean(finding.Message));
        using var excerpt = new StringWriter { NewLine = "\n" };
        new TextRenderer(hasColor: false, Severity.Info).WriteOne(excerpt, finding, project);
        xml.WriteString(XmlOutput.Clean(excerpt.ToString()));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, int tests, int failures)
    {
        xml.WriteAttributeString("tests", tests.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", failures.ToString(CultureInfo.InvariantCulture));
    }
}
