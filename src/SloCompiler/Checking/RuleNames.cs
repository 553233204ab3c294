using System.Collections.Immutable;
using SloCompiler.Checks.Settings;
using SloCompiler.Diagnostics;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checking;

/// <summary>Names of rules as people type them.</summary>
public static class RuleNames
{
    private static readonly SourceSpan CommandLine = new SourceText("--rules", "").StartOfFile;

    /// <summary>The kind of finding of a name or code; null where there is none.</summary>
    public static DiagnosticDescriptor? Find(string nameOrCode) => DiagnosticCatalog.All.FirstOrDefault(d
        => string.Equals(d.Name, nameOrCode, StringComparison.Ordinal) || string.Equals(d.Code, nameOrCode, StringComparison.OrdinalIgnoreCase));

    /// <summary>Why a name is none, with the nearest one.</summary>
    public static string Unknown(string name)
        => $"There is no rule {name}.{(Suggestions.Nearest(name, DiagnosticCatalog.All.SelectMany(d => new[] { d.Name, d.Code })) is { } near ? $" Did you mean {near}?" : "")}";

    /// <summary>Names divided by commas.</summary>
    /// <param name="list">The list as typed.</param>
    /// <param name="problem">What is wrong with it; null where nothing is.</param>
    public static ImmutableArray<DiagnosticDescriptor> ReadList(string list, out string? problem)
    {
        var names = Split(list);
        problem = names.FirstOrDefault(n => Find(n) is null) is { } unknown ? Unknown(unknown) : null;
        return [.. names.Select(Find).OfType<DiagnosticDescriptor>()];
    }

    /// <summary>
    /// Settings divided by commas: <c>name=off|info|warning|error</c>, or <c>name</c> alone for one that is shown, which advice
    /// is not by default.
    /// </summary>
    /// <param name="list">The list as typed.</param>
    /// <param name="problem">What is wrong with it; null where nothing is.</param>
    public static ImmutableArray<RuleSetting> ReadSettings(string list, out string? problem)
    {
        problem = null;
        var settings = ImmutableArray.CreateBuilder<RuleSetting>();
        foreach (var item in Split(list))
        {
            var parts = item.Split('=', 2);
            var descriptor = Find(parts[0]);
            var (isKnown, level) = parts.Length == 2 ? LevelOf(parts[1]) : (true, AtLeastWarning(descriptor));
            problem ??= descriptor is null ? Unknown(parts[0])
                : !isKnown ? $"{parts[1]} is not one of off, info, warning, error."
                : level != Severity.Error && FixedFindings.Contains(descriptor) ? $"{descriptor.Name} is always an error."
                : null;
            if (descriptor is not null)
            {
                settings.Add(new RuleSetting(descriptor, level is null, level, null, CommandLine));
            }
        }

        return settings.ToImmutable();
    }

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Severity? AtLeastWarning(DiagnosticDescriptor? descriptor)
        => descriptor is { Severity: Severity.Error } ? Severity.Error : Severity.Warning;

    private static (bool IsKnown, Severity? Level) LevelOf(string word) => word switch
    {
        "off" => (true, null),
        "info" => (true, Severity.Info),
        "warning" => (true, Severity.Warning),
        "error" => (true, Severity.Error),
        _ => (false, null),
    };
}
