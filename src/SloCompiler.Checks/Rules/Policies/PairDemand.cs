using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SloCompiler.Checks.Scopes;
using SloCompiler.Checks.Settings;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.RuleFiles;

namespace SloCompiler.Checks.Rules.Policies;

/// <summary>What is demanded of one label or annotation.</summary>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="Pattern">What its whole value must match; null for anything.</param>
/// <param name="Values">The values that it may have; empty for any.</param>
/// <param name="Kinds">The kinds of rules that this is about; empty for both.</param>
internal sealed record PairDemand(bool IsRequired, Regex? Pattern, ImmutableArray<string> Values, ImmutableArray<SubjectKind> Kinds)
{
    /// <summary>How it is written.</summary>
    public static FieldType<PairDemand> TypeFor(string rule, string pairs)
    {
        var required = new Field<bool>("required", BooleanType.Instance, "Whether it must be there.") { Default = "`true`", Example = "false" };
        var pattern = new Field<Regex>("pattern", RegexType.Instance, "Regular expression for the whole value.") { Example = "\"[a-z]+\"" };
        var values = new Field<ImmutableArray<string>>("values", new ListType<string>(TextType.Instance) { AllowsSingle = true }, "The values that it may have.")
        {
            Default = "any",
            Example = "[page, ticket]",
        };
        var kinds = PolicyFields.Kinds();
        return new ShapeType<PairDemand>(
            new Shape($"lint-{rule}-demand", $"Demand of {rule}", $"What is demanded of one of the {pairs}.", [required, pattern, values, kinds]),
            f => new PairDemand(f.GetValue(required) ?? true, f.Get(pattern), f.GetAll(values), f.GetAll(kinds)));
    }

    /// <summary>Whether it is about a kind of rule.</summary>
    public bool IsAbout(SubjectKind kind) => Kinds.IsEmpty || Kinds.Contains(kind);

    /// <summary>What is wrong with a value; null where nothing is.</summary>
    public string? Objection(RuleLabel pair)
        => !Values.IsEmpty && !Values.Contains(pair.Value, StringComparer.Ordinal) ? $"`{pair.Name}` is \"{pair.Value}\", and may be {string.Join(", ", Values.Select(v => $"\"{v}\""))}."
            : Pattern?.IsMatch(pair.Value) == false ? $"`{pair.Name}` is \"{pair.Value}\", which {PatternText.Of(Pattern)} does not match."
            : null;
}
