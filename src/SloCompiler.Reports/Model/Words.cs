using System.Globalization;
using SloCompiler.Explaining;
using SloCompiler.Plan.Slos;
using SloCompiler.Templating;
using static SloCompiler.Explaining.HumanNumbers;

namespace SloCompiler.Reports.Model;

/// <summary>Sentences about an SLO.</summary>
internal static class Words
{
    private const int LongestTitle = 160;

    /// <summary>The window: <c>the last 30d</c>.</summary>
    public static string Window(PlannedWindow window) => window.IsCalendar ? $"the calendar {window.Text} (UTC)" : $"the last {window.Text}";

    /// <summary>What the objective asks for.</summary>
    public static string Promise(SloPlan slo)
        => $"{Percent(slo.Objective)} of all {slo.TotalInWords} are to be good over {Window(slo.Window)}.";

    /// <summary>What may go wrong.</summary>
    public static string Allowance(SloPlan slo)
    {
        var time = Time(BurnMath.BudgetSeconds(slo.ErrorBudget, slo.Window.Length));
        var odds = slo.ErrorBudget <= 0.5m ? $"One in {Count(Math.Round(1 / slo.ErrorBudget, 1))}" : Percent(slo.ErrorBudget);
        var per = slo.Window.IsCalendar ? $"a {slo.Window.Text}" : slo.Window.Text;
        return slo.MeasuredIn switch
        {
            MeasuredUnit.Events => $"{odds} may be bad: as much as {time} of total failure in {per}, if traffic is even.",
            MeasuredUnit.Samples => $"{odds} may be bad: as much as {time} of failing samples in {per}.",
            _ => $"{time} of {per} may be bad.",
        };
    }

    /// <summary>A number with its noun.</summary>
    public static string Plural(int number, string noun)
        => $"{number.ToString("#,0", CultureInfo.InvariantCulture)} {noun}{(number == 1 ? "" : "s")}";

    /// <summary>A text for a title or a table: of a length that does no harm, and without marks of direction.</summary>
    public static string Short(string text)
    {
        var plain = HtmlText.WithoutDirection(text);
        if (plain.Length <= LongestTitle)
        {
            return plain;
        }

        var end = char.IsHighSurrogate(plain[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle;
        return plain[..end] + "…";
    }
}
