using SloCompiler.Plan.Rules;

namespace SloCompiler.Online.Parts;

/// <summary>Names of series that rules record, so that nobody scrapes them.</summary>
internal static class RecordedNames
{
    /// <summary>What the project records, and the server itself makes.</summary>
    public static HashSet<string> Of(OnlineContext context)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { "ALERTS", "ALERTS_FOR_STATE" };
        names.UnionWith(context.Input.Lint.RuleFiles.SelectMany(f => f.Rules).OfType<Language.RuleFiles.RecordingRule>().Select(r => r.Name.Value));
        names.UnionWith((context.Input.Plan?.Services ?? []).SelectMany(s => s.Groups).SelectMany(g => g.Rules).OfType<RecordingRule>().Select(r => r.Record));
        return names;
    }
}
