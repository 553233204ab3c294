using SloCompiler.Checking;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Rendering;

/// <summary>Findings as a code quality report of GitLab. The fingerprints stay the same when lines move.</summary>
/// <param name="least">The least severity that is written.</param>
public sealed class GitLabRenderer(Severity least) : IDiagnosticRenderer
{
    /// <inheritdoc />
    public void Write(TextWriter writer, CompilationResult result) => JsonOutput.Write(writer, json =>
    {
        var fingerprints = new Fingerprints(result);
        json.WriteStartArray();
        foreach (var finding in result.Diagnostics.Where(d => d.Severity >= least))
        {
            json.WriteStartObject();
            json.WriteString("description", finding.Message);
            json.WriteString("check_name", finding.Descriptor.Name);
            json.WriteString("fingerprint", fingerprints.Of(finding));
            json.WriteString("severity", Word(finding.Severity));
            json.WriteStartObject("location");
            json.WriteString("path", result.Project.ToDisplay(finding.Span.Source.Path));
            json.WriteStartObject("lines");
            json.WriteNumber("begin", finding.Span.Start.Line);
            json.WriteNumber("end", finding.Span.End.Line);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "major",
        Severity.Warning => "minor",
        Severity.Info => "info",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };
}

/// <summary>A fingerprint for each finding of a run, as they are asked for in their order.</summary>
internal sealed class Fingerprints(CompilationResult result)
{
    private readonly FindingOwners _owners = FindingOwners.Of(result);
    private readonly Dictionary<FindingIdentity, int> _seen = [];

    /// <summary>The fingerprint of the next finding.</summary>
    public string Of(Diagnostic finding)
    {
        var identity = FindingIdentity.Of(finding, _owners);
        var occurrence = _seen.GetValueOrDefault(identity);
        _seen[identity] = occurrence + 1;
        return identity.Fingerprint(occurrence);
    }
}
