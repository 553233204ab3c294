using SloCompiler.BackEnds.Rules;
using SloCompiler.BackEnds.Yaml;

namespace SloCompiler.BackEnds.Prometheus;

/// <summary>Rule files, one document each: Prometheus reads only the first document of a file.</summary>
public sealed class PrometheusBackEnd : RuleBackEnd
{
    /// <inheritdoc />
    public override string Name => "prometheus";

    /// <inheritdoc />
    public override string Description => "Recording and alerting rules, one file per service.";

    /// <summary>The rule file of a service, relative to the output folder.</summary>
    /// <param name="service">The service.</param>
    /// <param name="shard">The folder of its shard, with a slash at its end; empty where services are not dealt.</param>
    public static string PathOf(string service, string shard = "") => $"prometheus/{shard}{service}.rules.yml";

    /// <inheritdoc />
    protected override IEnumerable<OutputFile> Write(RuleSet rules)
        => [RuleYaml.File($"{rules.Folder}{rules.Service.Service}.rules.yml", rules.Service, () => YamlMap.Empty.With("groups", RuleYaml.Groups(rules.Groups)))];
}
