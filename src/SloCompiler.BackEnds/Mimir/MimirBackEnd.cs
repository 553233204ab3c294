using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.BackEnds.Rules;
using SloCompiler.BackEnds.Sharding;
using SloCompiler.BackEnds.Yaml;
using SloCompiler.Plan;
using SloCompiler.Plan.Targets;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.BackEnds.Mimir;

/// <summary>
/// Namespace files of Mimir's ruler, one for each service, as <c>mimirtool rules sync</c> and <c>load</c> read them. Through the
/// API, each group goes to the address of its namespace alone.
/// </summary>
public sealed class MimirBackEnd : DistributedBackEnd
{
    /// <inheritdoc />
    public override string Name => "mimir";

    /// <inheritdoc />
    public override string Description => "Namespace files of Mimir's ruler, one per service, for mimirtool.";

    /// <summary>The namespace of a service: a plain name, so that it needs no escapes in an address.</summary>
    public static string NamespaceOf(string service) => $"slo-{service}";

    /// <inheritdoc />
    protected override int MaxRules(TargetSettings settings) => settings.Mimir.MaxRulesPerGroup;

    /// <inheritdoc />
    protected override IEnumerable<OutputFile> Write(RuleSet rules)
    {
        var tenants = rules.Settings.Mimir.SourceTenants;
        ImmutableArray<YamlMapEntry> federated = tenants.IsEmpty
            ? []
            : [new YamlMapEntry("source_tenants", new YamlList([.. tenants.Select(t => new YamlText(t))]))];
        return
        [
            RuleYaml.File($"{rules.Folder}{rules.Service.Service}.yml", rules.Service, () => YamlMap.Empty
                .With("namespace", NamespaceOf(rules.Service.Service))
                .With("groups", RuleYaml.Groups(rules.Groups, federated))),
        ];
    }

    /// <inheritdoc />
    protected override void Check(CompilationPlan plan, ImmutableArray<OutputFile> files, SourceSpan asked, DiagnosticBag found)
    {
        base.Check(plan, files, asked, found);
        var settings = plan.Project.Targets;
        var shards = ShardMap.Of(plan);
        var fullest = plan.Services.GroupBy(s => shards.FolderOf(s.Service), s => GroupsOf(s, settings).Length)
            .Select(s => (Folder: s.Key, Groups: s.Sum()))
            .OrderByDescending(s => s.Groups)
            .ThenBy(s => s.Folder, StringComparer.Ordinal)
            .FirstOrDefault();
        if (settings.Mimir.MaxGroups > 0 && fullest.Groups > settings.Mimir.MaxGroups)
        {
            var where = settings.Shards == 1 ? "The project" : $"The folder {fullest.Folder.TrimEnd('/')}";
            found.Report(
                BackEndDiagnostics.TooManyRuleGroups,
                asked,
                string.Create(CultureInfo.InvariantCulture, $"{where} has {fullest.Groups} groups, and a tenant may have {settings.Mimir.MaxGroups}."));
        }
    }
}
