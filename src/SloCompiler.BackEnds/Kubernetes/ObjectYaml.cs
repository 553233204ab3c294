using System.Collections.Immutable;
using SloCompiler.BackEnds.Yaml;
using SloCompiler.Plan;
using SloCompiler.Plan.Targets;

namespace SloCompiler.BackEnds.Kubernetes;

/// <summary>Objects of Kubernetes.</summary>
internal static class ObjectYaml
{
    /// <summary>An object.</summary>
    /// <param name="apiVersion">Group and version.</param>
    /// <param name="kind">Kind.</param>
    /// <param name="name">Name: lower-case letters, digits, dashes and dots.</param>
    /// <param name="settings">Namespace and labels.</param>
    /// <param name="content">The field that holds what it says: <c>spec</c>, <c>data</c>.</param>
    /// <param name="annotations">Its annotations; none where there are none.</param>
    public static YamlMap Create(
        string apiVersion, string kind, string name, ObjectSettings settings, YamlMapEntry content, ImmutableArray<PlanLabel> annotations = default)
    {
        var metadata = YamlMap.Empty.With("name", name);
        if (settings.Namespace is { } space)
        {
            metadata = metadata.With("namespace", space);
        }

        metadata = metadata.With("labels", Labels([new("app.kubernetes.io/managed-by", "slo"), .. settings.Labels]));
        if (!annotations.IsDefaultOrEmpty)
        {
            metadata = metadata.With("annotations", Labels(annotations));
        }

        return YamlMap.Empty.With("apiVersion", apiVersion).With("kind", kind).With("metadata", metadata).With(content.Key, content.Value);
    }

    /// <summary>Labels; of two with one name the later wins.</summary>
    public static YamlMap Labels(ImmutableArray<PlanLabel> labels)
        => new([.. labels.Where((l, i) => !labels.Skip(i + 1).Any(o => o.Name == l.Name)).Select(l => new YamlMapEntry(l.Name, new YamlText(l.Value)))]);
}
