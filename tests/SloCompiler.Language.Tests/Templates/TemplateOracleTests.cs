using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using SloCompiler.Language.Templates;
using SloCompiler.Testing;

namespace SloCompiler.Language.Tests.Templates;

/// <summary>Prometheus itself says what it accepts: every case, and cases with one edit, as annotations of one rule file.</summary>
public sealed partial class TemplateOracleTests
{
    private const int Mutants = 6000;
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [PromtoolFact]
    public void Templates_and_their_mutants_get_the_verdict_and_the_words_of_promtool()
    {
        var cases = TemplateCase.All.Where(c => !c.IsNewer).Select(c => c.Template).ToList();
        List<string> templates = [.. cases.Concat(MutantsOf(cases)).Distinct().Where(t => !IsNewer(t))];
        var verdicts = Ask(templates);
        var differences = templates
            .Select((t, i) => (Template: t, Theirs: verdicts.GetValueOrDefault(i, "ok"), Ours: TemplateCase.Describe(GoTemplate.Parse(t))))
            .Where(d => Words(d.Ours) != Words(d.Theirs))
            .Select(d => $"{d.Template} => {d.Theirs} | {d.Ours}");
        Assert.Empty(differences);
        Assert.True(templates.Count > 4000 && verdicts.Count > 1000 && verdicts.Count < templates.Count - 1000);
    }

    /// <summary>What promtool 2.42 does not know, or says in words that newer versions no longer use.</summary>
    private static bool IsNewer(string template) => Newer().IsMatch(template);

    private static string Words(string message) => message switch
    {
        "unexpected right paren" => "unexpected \")\" in command",
        _ when message.StartsWith("unexpected \")\" in", StringComparison.Ordinal) => "unexpected \")\" in command",
        _ when message.IndexOf(" started at ", StringComparison.Ordinal) is var start and >= 0 => message[..start].Replace(" in action", "", StringComparison.Ordinal),
        _ => message,
    };

    private static IEnumerable<string> MutantsOf(List<string> cases)
    {
        var random = new Random(20240229);
        var words = cases.SelectMany(Split).ToList();
        for (var i = 0; i < Mutants; i++)
        {
            var parts = Split(cases[random.Next(cases.Count)]).ToList();
            var at = random.Next(parts.Count);
            var other = random.Next(parts.Count);
            switch (random.Next(4))
            {
                case 0:
                    parts.RemoveAt(at);
                    break;
                case 1:
                    parts.Insert(other, parts[at]);
                    break;
                case 2:
                    (parts[at], parts[other]) = (parts[other], parts[at]);
                    break;
                default:
                    parts[at] = words[random.Next(words.Count)];
                    break;
            }

            yield return string.Concat(parts);
        }
    }

    private static IEnumerable<string> Split(string template) => Token().Matches(template).Select(m => m.Value);

    private static Dictionary<int, string> Ask(List<string> templates)
    {
        var rules = new StringBuilder("groups:\n- name: templates\n  rules:\n");
        for (var i = 0; i < templates.Count; i++)
        {
            rules.Append(CultureInfo.InvariantCulture, $"  - alert: A{i}\n    expr: up\n    annotations:\n      a: {JsonSerializer.Serialize(templates[i], Relaxed)}\n");
        }

        using var folder = new TempFolder();
        var result = Promtool.CheckRules(folder.Write("rules.yml", rules.ToString())).ShouldExitWith(1);
        return Answer().Matches(result.Output + result.Error)
            .ToDictionary(m => int.Parse(m.Groups["rule"].Value, CultureInfo.InvariantCulture), m => m.Groups["message"].Value);
    }

    [GeneratedRegex("""\{\{|\}\}|"[^"\n]*"|\w+|\s+|.""")]
    private static partial Regex Token();

    [GeneratedRegex("""toDuration|\bnow\b|urlQueryEscape|else\s+with""")]
    private static partial Regex Newer();

    [GeneratedRegex("""annotation "a": template: __alert_A(?<rule>\d+):\d+: (?<message>[^\n]*)""")]
    private static partial Regex Answer();
}
