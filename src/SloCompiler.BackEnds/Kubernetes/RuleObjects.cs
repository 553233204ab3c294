using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.BackEnds.Rules;
using SloCompiler.BackEnds.Yaml;
using SloCompiler.Plan.Dashboards;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Targets;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.BackEnds.Kubernetes;

/// <summary>Objects that hold the groups of a service, as many as their size asks for.</summary>
/// <param name="apiVersion">Group and version of the objects.</param>
/// <param name="kind">Their kind.</param>
internal sealed class RuleObjects(string apiVersion, string kind)
{
    /// <summary>The files of a service, one object each. A group is never divided between objects.</summary>
    public IEnumerable<OutputFile> Write(RuleSet rules, string folder, ObjectSettings settings)
        => Parts(rules.Groups).Select((groups, i) => RuleYaml.File(
            $"{folder}{rules.Service.Service}{Suffix(i)}.yml",
            rules.Service,
            () => Create(DashboardUid.ForService(rules.Service.Service) + Suffix(i), settings, RuleYaml.Groups(groups))));

    /// <summary>Reports groups that are too large for an object by themselves.</summary>
    public static void Check(IEnumerable<RuleGroup> groups, ImmutableArray<OutputFile> files, DiagnosticBag found)
    {
        // Only the size of large files is worth a second printing of the rules.
        if (files.All(f => ObjectSize.MostAsJson(f.Text) <= ObjectSize.OfRules))
        {
            return;
        }

        foreach (var group in groups.Where(g => g.Rules.Length > 0))
        {
            var size = ObjectSize.AsJson(RuleYaml.Groups([group]));
            if (size > ObjectSize.OfRules)
            {
                var isRefused = size > ObjectSize.OfRuleFile;
                found.Report(
                    isRefused ? BackEndDiagnostics.ObjectTooLarge : BackEndDiagnostics.ObjectNeedsServerSideApply,
                    group.Rules[0].Origin,
                    string.Create(CultureInfo.InvariantCulture, $"Group {group.Name} has {size:#,0} bytes; {(isRefused ? ObjectSize.OfRuleFile : ObjectSize.OfRules):#,0} fit."));
            }
        }
    }

    // A service cannot have a dot in its name, so that no other service can get the name of a part.
    private static string Suffix(int part) => part == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{part + 1}");

    private YamlMap Create(string name, ObjectSettings settings, YamlList groups)
        => ObjectYaml.Create(apiVersion, kind, name, settings, new YamlMapEntry("spec", YamlMap.Empty.With("groups", groups)));

    private static IEnumerable<ImmutableArray<RuleGroup>> Parts(ImmutableArray<RuleGroup> groups)
    {
        var part = ImmutableArray.CreateBuilder<RuleGroup>();
        var size = 0;
        foreach (var group in groups)
        {
            var own = ObjectSize.AsJson(RuleYaml.Group(group, []));
            if (part.Count > 0 && size + own > ObjectSize.OfRules)
            {
                yield return part.ToImmutable();
                part.Clear();
                size = 0;
            }

            part.Add(group);
            size += own;
        }

        yield return part.ToImmutable();
    }
}
