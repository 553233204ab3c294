using System.Collections.Immutable;
using SloCompiler.Language.RuleFiles.Dialects;
using SloCompiler.Text;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.RuleFiles;

/// <summary>What a document with rules is.</summary>
public enum RuleDocumentKind
{
    /// <summary>A rule file as Prometheus loads it.</summary>
    Plain,

    /// <summary>An object of the Prometheus operator.</summary>
    PrometheusRule,

    /// <summary>An object of the VictoriaMetrics operator.</summary>
    VMRule,
}

/// <summary>A document that holds groups of rules.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Dialect">Whose rules they are.</param>
/// <param name="Root">The plain document or the object; null for an empty plain document.</param>
/// <param name="Groups">The groups that could be read, in order.</param>
public sealed record RuleDocument(RuleDocumentKind Kind, RuleDialect Dialect, YamlMapping? Root, ImmutableArray<RuleGroup> Groups);

/// <summary>A file of rules.</summary>
/// <param name="Source">The file.</param>
/// <param name="Documents">Its documents with rules, in order; other objects of Kubernetes are left out.</param>
public sealed record RuleFile(SourceText Source, ImmutableArray<RuleDocument> Documents)
{
    /// <summary>The groups of all documents, in order.</summary>
    public IEnumerable<RuleGroup> Groups => Documents.SelectMany(d => d.Groups);

    /// <summary>The rules of all groups, in order.</summary>
    public IEnumerable<Rule> Rules => Groups.SelectMany(g => g.Rules);
}
