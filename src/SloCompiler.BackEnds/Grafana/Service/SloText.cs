using System.Text;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.BackEnds.Grafana.Text;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>The panel that says in words what the SLO promises, who owns it, and where help is.</summary>
internal static class SloText
{
    /// <summary>Builds the panel.</summary>
    public static Panel Build(SloBoard board) => new TextPanel
    {
        Slot = board.Slot("about"),
        Title = "About",
        Description = "What this SLO promises, who owns it, and where its runbooks are.",
        Markdown = Markdown(board),
    };

    private static string Markdown(SloBoard board)
    {
        var slo = board.Slo;
        var text = new StringBuilder();
        if (slo.Description is { } description)
        {
            text.Append(DashboardText.Markdown(description)).Append("\n\n");
        }

        Item(text, "Do", string.Join(" · ", Actions(board)));
        Item(
            text,
            "Objective",
            $"{DashboardText.Markdown(slo.ObjectiveText)} over {DashboardText.Markdown(board.WindowInWords)}: {ExactDecimal.FormatPercent(slo.ErrorBudget)} of events may be bad");
        Item(text, "Event", DashboardText.Markdown(slo.TotalInWords));
        Item(text, "Bad event", DashboardText.Markdown(slo.BadInWords));
        if (!slo.By.IsEmpty)
        {
            Item(text, "Own budget for each", DashboardText.Markdown(string.Join(", ", slo.By)));
        }

        if (slo.Owner is { } owner)
        {
            Item(text, "Owner", DashboardText.Markdown(owner));
        }

        Item(text, "Spec", DashboardText.Markdown(board.Service.SpecPath));
        return text.ToString();
    }

    private static IEnumerable<string> Actions(SloBoard board)
    {
        foreach (var runbook in board.Slo.Runbooks.GroupBy(r => (r.Name, r.Url)))
        {
            var purposes = string.Join(", ", runbook.Select(r => r.Purpose.Replace('_', ' ')));
            var name = DashboardText.Markdown($"runbook {runbook.Key.Name} ({purposes})");
            yield return LinkUrl.Safe(runbook.Key.Url) is { } url ? $"[{name}]({url})" : name;
        }

        if (board.SilenceUrl is { } silence)
        {
            yield return $"[silence its alerts]({silence})";
        }

        if (board.ExploreUrl is { } explore)
        {
            yield return $"[explore raw series]({explore})";
        }
    }

    private static void Item(StringBuilder text, string name, string value)
    {
        if (value.Length > 0)
        {
            text.Append("- **").Append(name).Append(":** ").Append(value).Append('\n');
        }
    }
}
