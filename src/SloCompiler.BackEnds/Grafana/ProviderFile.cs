using SloCompiler.BackEnds.Yaml;

namespace SloCompiler.BackEnds.Grafana;

/// <summary>The file that tells Grafana where the dashboards are.</summary>
internal static class ProviderFile
{
    /// <summary>Uid of the folder of the dashboards.</summary>
    public const string FolderUid = "slo";

    /// <summary>Name of that folder.</summary>
    public const string FolderTitle = "SLOs";

    /// <summary>Writes the file. What is left out has the default that is wanted: read-only in the browser, removed with its file.</summary>
    public static string Write()
    {
        var provider = YamlMap.Empty
            .With("name", "slo")
            .With("orgId", new YamlNumber(1))
            .With("type", "file")
            .With("folder", FolderTitle)
            .With("folderUid", FolderUid)
            .With("options", YamlMap.Empty.With("path", "/var/lib/grafana/dashboards/slo"));
        return YamlTextWriter.Write(YamlMap.Empty
            .With("apiVersion", new YamlNumber(1))
            .With("providers", new YamlList([provider])) with
        {
            Comment =
            [
                GeneratedMarker.FromAllSpecs,
                "Put this file into Grafana's provisioning/dashboards folder, and the dashboards into the path below.",
            ],
        });
    }
}
