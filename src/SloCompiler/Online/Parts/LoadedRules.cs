using SloCompiler.Prometheus.Answers;

namespace SloCompiler.Online.Parts;

/// <summary>The rules that the server has loaded, by what tells them apart.</summary>
internal sealed class LoadedRules
{
    private readonly Dictionary<string, LoadedRule> _rules = new(StringComparer.Ordinal);

    /// <summary>Makes it from what the server says; null where it does not say.</summary>
    public LoadedRules(RulesAnswer? answer)
    {
        IsKnown = answer is not null;
        foreach (var rule in (answer?.Groups ?? []).SelectMany(g => g.Rules))
        {
            var labels = rule.Labels.Pairs.Select(l => $"{l.Name}={l.Value}").Order(StringComparer.Ordinal);
            _rules.TryAdd(ProjectRule.KeyOf(rule.Name, rule.IsAlert, labels), rule);
        }
    }

    /// <summary>Whether the server says what it has loaded.</summary>
    public bool IsKnown { get; }

    /// <summary>The loaded rule of the same name and labels; null where there is none.</summary>
    public LoadedRule? Find(ProjectRule rule) => _rules.GetValueOrDefault(rule.Key);
}
