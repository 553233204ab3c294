using SloCompiler.Language.Project;

namespace SloCompiler.Lowering.Passes.Runbooks;

/// <summary>Finds where people read a runbook.</summary>
internal static class RunbookUrls
{
    /// <summary>The URL: the runbook itself where it is one, else the project's pattern filled in; null without a pattern.</summary>
    public static string? Resolve(ProjectConfig config, string service, string slo, string runbook)
    {
        if (IsUrl(runbook))
        {
            return runbook;
        }

        if (config.RunbookUrl is not { Value: var pattern })
        {
            return null;
        }

        var anchorStart = runbook.IndexOf('#', StringComparison.Ordinal);
        var name = anchorStart < 0 ? runbook : runbook[..anchorStart];
        var anchor = anchorStart < 0 ? "" : runbook[anchorStart..];
        return pattern
            .Replace("{service}", Escape(service), StringComparison.Ordinal)
            .Replace("{slo}", Escape(slo), StringComparison.Ordinal)
            .Replace("{runbook}", Escape(name), StringComparison.Ordinal) + anchor;
    }

    private static bool IsUrl(string runbook)
        => runbook.StartsWith("https://", StringComparison.Ordinal) || runbook.StartsWith("http://", StringComparison.Ordinal);

    // A runbook may be in a folder, so slashes stay.
    private static string Escape(string text) => string.Join('/', text.Split('/').Select(Uri.EscapeDataString));
}
