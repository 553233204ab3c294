using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checking;

/// <summary>What makes a finding the same one after lines above it have moved.</summary>
/// <param name="Path">The file, relative to the project.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Owner">What it is about; empty for the file.</param>
/// <param name="Hash">Of the owner and the text of the line, white space at its ends left out. 16 hexadecimal digits.</param>
public sealed record FindingIdentity(string Path, string Rule, string Owner, string Hash)
{
    private const int HashBytes = 8;

    /// <summary>The identities of the findings of a run, in their order. Equal findings, such as two on one line, have equal ones.</summary>
    public static ImmutableArray<FindingIdentity> AllOf(CompilationResult result)
    {
        var owners = FindingOwners.Of(result);
        return [.. result.Diagnostics.Select(d => Of(d, owners))];
    }

    /// <summary>The identity of a finding.</summary>
    public static FindingIdentity Of(Diagnostic finding, FindingOwners owners)
    {
        var owner = owners.Find(finding)?.Name ?? "";
        var line = finding.Span.Source.GetLine(finding.Span.Start.Line).Trim();
        return new FindingIdentity(finding.Span.Source.Path, finding.Descriptor.Name, owner, HashOf($"{owner}\n{line}"));
    }

    /// <summary>One text for the finding that differs from that of every other of the run.</summary>
    /// <param name="occurrence">How many equal identities came before.</param>
    public string Fingerprint(int occurrence) => HashOf($"{Path}\n{Rule}\n{Hash}\n{occurrence}");

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, HashBytes));
}
