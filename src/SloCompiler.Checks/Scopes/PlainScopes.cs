using SloCompiler.Checks.Engine;
using SloCompiler.Language.Model;
using SloCompiler.Language.RuleFiles;

namespace SloCompiler.Checks.Scopes;

/// <summary>Something that is not one rule.</summary>
public abstract class PlainScope(LintProject project, FindingSink sink, string path) : LintScope(project, sink, path)
{
    /// <inheritdoc />
    public sealed override LintSubject Subject => LintSubject.Other;
}

/// <summary>A group of rules.</summary>
public sealed class GroupScope(LintProject project, FindingSink sink, RuleGroup group, RuleFile file)
    : PlainScope(project, sink, file.Source.Path)
{
    /// <summary>The group.</summary>
    public RuleGroup Group { get; } = group;

    /// <summary>Its file.</summary>
    public RuleFile File { get; } = file;
}

/// <summary>A rule file.</summary>
public sealed class RuleFileScope(LintProject project, FindingSink sink, RuleFile file) : PlainScope(project, sink, file.Source.Path)
{
    /// <summary>The file.</summary>
    public RuleFile File { get; } = file;
}

/// <summary>A service's spec.</summary>
public sealed class SpecScope(LintProject project, FindingSink sink, ServiceSpec service) : PlainScope(project, sink, service.Span.Source.Path)
{
    /// <summary>The service.</summary>
    public ServiceSpec Service { get; } = service;
}

/// <summary>An objective of a spec.</summary>
public sealed class SloScope(LintProject project, FindingSink sink, ServiceSpec service, SloSpec slo)
    : PlainScope(project, sink, service.Span.Source.Path)
{
    /// <summary>The service.</summary>
    public ServiceSpec Service { get; } = service;

    /// <summary>The objective.</summary>
    public SloSpec Slo { get; } = slo;
}

/// <summary>All that is checked together.</summary>
public sealed class ProjectScope(LintProject project, FindingSink sink) : PlainScope(project, sink, "");
