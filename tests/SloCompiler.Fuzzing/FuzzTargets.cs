using System.Collections.Immutable;
using SloCompiler.Fuzzing.Targets;

namespace SloCompiler.Fuzzing;

/// <summary>Everything that takes texts of users.</summary>
public static class FuzzTargets
{
    /// <summary>The targets.</summary>
    public static ImmutableArray<FuzzTarget> All { get; } =
    [
        new("expression", 55, FuzzSeeds.Expressions, Words.PromQl, ExpressionTarget.Check),
        new("template", 20, FuzzSeeds.Templates, Words.Template, TemplateTarget.Check),
        new("series", 5, FuzzSeeds.Series, Words.Series, SeriesTarget.Check),
        new("rule file", 10, FuzzSeeds.RuleFiles, Words.RuleFile, RuleFileTarget.Check),
        new("formatting", 10, FuzzSeeds.Yaml, Words.RuleFile, FormattingTarget.Check),
    ];
}
