using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SloCompiler.Checks.Scopes;
using SloCompiler.Checks.Settings;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.RuleFiles;

namespace SloCompiler.Checks.Rules.Policies;

/// <summary>What the settings demand of labels or annotations.</summary>
/// <param name="Demands">By name.</param>
/// <param name="Forbidden">Patterns of names.</param>
/// <param name="ForbiddenValues">Patterns of values.</param>
internal sealed record PairPolicy(
    ImmutableArray<(string Name, PairDemand Demand)> Demands,
    ImmutableArray<Regex> Forbidden,
    ImmutableArray<Regex> ForbiddenValues)
{
    /// <summary>The options of a rule.</summary>
    /// <param name="rule">Name of the rule.</param>
    /// <param name="pairs"><c>labels</c> or <c>annotations</c>.</param>
    /// <param name="example">A demand, as YAML.</param>
    public static OptionsType<PairPolicy> OptionsFor(string rule, string pairs, string example)
    {
        var demands = new Field<ImmutableArray<MapEntry<PairDemand>>>(
            pairs,
            new MapType<PairDemand>("name", PairDemand.TypeFor(rule, pairs), name => name.Length > 0),
            $"What is demanded of {pairs}, by name; nothing but the name for one that must be there.")
        {
            Example = example,
        };
        var forbidden = new Field<ImmutableArray<Regex>>(
            "forbidden",
            new ListType<Regex>(RegexType.Instance) { AllowsSingle = true },
            $"Names of {pairs} that no rule may have, as regular expressions for the whole name.")
        {
            Example = "[\"tmp_.*\"]",
        };
        var values = new Field<ImmutableArray<Regex>>(
            "forbidden_values",
            new ListType<Regex>(RegexType.Instance) { AllowsSingle = true },
            $"Values that none of the {pairs} may have, as regular expressions for the whole value.")
        {
            Example = "[\"https?://.*\"]",
        };
        return new OptionsType<PairPolicy>(
            rule,
            $"What `slo check` demands of {pairs}.",
            [demands, forbidden, values],
            f => new PairPolicy([.. f.GetAll(demands).Select(d => (d.Key.Value, d.Value))], f.GetAll(forbidden), f.GetAll(values)));
    }

    /// <summary>Why an entry that is there is against the policy; null where it is not. Values with templates are not known.</summary>
    public string? Objection(RuleLabel pair, SubjectKind kind)
    {
        var isKnown = !pair.Value.Contains("{{", StringComparison.Ordinal);
        return Forbidden.FirstOrDefault(f => f.IsMatch(pair.Name)) is { } name ? $"`{pair.Name}` is forbidden by {PatternText.Of(name)}."
            : isKnown && ForbiddenValues.FirstOrDefault(f => f.IsMatch(pair.Value)) is { } value ? $"The value of `{pair.Name}` is forbidden by {PatternText.Of(value)}."
            : isKnown ? Demands.Where(d => d.Name == pair.Name && d.Demand.IsAbout(kind)).Select(d => d.Demand.Objection(pair)).FirstOrDefault(o => o is not null)
            : null;
    }

    /// <summary>The names that a kind of rule must have.</summary>
    public IEnumerable<string> Required(SubjectKind kind) => Demands.Where(d => d.Demand.IsRequired && d.Demand.IsAbout(kind)).Select(d => d.Name);
}
