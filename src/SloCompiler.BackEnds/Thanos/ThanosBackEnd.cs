using SloCompiler.BackEnds.Rules;
using SloCompiler.BackEnds.Yaml;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Targets;

namespace SloCompiler.BackEnds.Thanos;

/// <summary>
/// Rule files of Thanos Rule, in two folders: groups that look back so little that recent samples suffice, and the others, which
/// need the object storage. Two rulers can then ask two queriers.
/// </summary>
public sealed class ThanosBackEnd : DistributedBackEnd
{
    /// <inheritdoc />
    public override string Name => "thanos";

    /// <inheritdoc />
    public override string Description => "Rule files of Thanos Rule: short and long ranges apart.";

    /// <inheritdoc />
    protected override int MaxRules(TargetSettings settings) => UsualMaxRules;

    /// <inheritdoc />
    protected override IEnumerable<OutputFile> Write(RuleSet rules)
    {
        var longest = rules.Settings.Thanos.ShortRange;
        var strategy = new YamlMapEntry("partial_response_strategy", new YamlText(rules.Settings.Thanos.PartialResponseStrategy));
        return rules.Groups.GroupBy(FolderOf, StringComparer.Ordinal).Select(part => RuleYaml.File(
            $"{rules.Folder}{part.Key}/{rules.Service.Service}.rules.yml",
            rules.Service,
            () => YamlMap.Empty.With("groups", RuleYaml.Groups([.. part], strategy))));

        string FolderOf(RuleGroup group) => RuleReads.LongestRange(group) <= longest ? "short" : "long";
    }
}
