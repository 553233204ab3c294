using System.Globalization;
using System.Text;

namespace SloCompiler.Cli.Help;

/// <summary>The manual page, in the language of <c>man</c>.</summary>
internal static class ManualPage
{
    /// <summary>The page, without a date or version, so that it changes only with the commands.</summary>
    public static string Of(CommandPage root)
    {
        var page = new StringBuilder();
        page.Append(".TH SLO 1\n.SH NAME\nslo \\- compile and check service level objectives\n");
        page.Append($".SH SYNOPSIS\n.B slo\n.I COMMAND\n[\\fIOPTIONS\\fR]\n.SH DESCRIPTION\n{Text(root.Description)}\n");
        page.Append(".SH COMMANDS\n");
        foreach (var command in root.All.Skip(1).Where(c => c.Subcommands.IsEmpty))
        {
            page.Append($".SS {Text(command.Usage)}\n{Text(command.Description)}\n");
            Entries(page, command.Arguments.Concat(command.Options));
        }

        page.Append(".SH OPTIONS OF EVERY COMMAND\n");
        Entries(page, root.Options.Concat(root.GlobalOptions));
        page.Append(".SH EXIT STATUS\n");
        Row(page, "0", "Nothing to complain about.");
        Row(page, "1", "Findings, or output that is not up to date.");
        Row(page, "2", "Wrong usage, wrong settings, or a file that cannot be read or written.");
        Row(page, "3", "A bug in slo.");
        page.Append(".SH ENVIRONMENT\n");
        Row(page, "NO_COLOR", "Where it is set, nothing is printed in colours.");
        Row(page, "FORCE_COLOR, CLICOLOR_FORCE", "Where one is set and not 0, colours are printed to pipes as well.");
        Row(page, "TERM", "Where it is dumb, there are neither colours nor progress.");
        Row(page, "CI", "Where it is set, there is no progress.");
        page.Append(".SH FILES\n");
        Row(page, "slo.yaml", "The settings of a project, in its folder or above.");
        page.Append(".SH EXAMPLES\n");
        foreach (var example in root.All.Where(c => c.Subcommands.IsEmpty || c == root).SelectMany(c => c.Examples).Distinct())
        {
            Row(page, example.CommandLine, Sentence(example.Meaning));
        }

        return page.ToString();
    }

    private static void Entries(StringBuilder page, IEnumerable<HelpEntry> entries)
    {
        foreach (var entry in entries)
        {
            Row(page, entry.Label, entry.Description);
        }
    }

    private static void Row(StringBuilder page, string label, string text) => page.Append($".TP\n\\fB{Text(label)}\\fR\n{Text(text)}\n");

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";

    private static string Text(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            escaped.Append(rune.Value switch
            {
                '\\' => "\\e",
                '-' => "\\-",
                '\'' => "\\(aq",
                '^' => "\\(ha",
                '~' => "\\(ti",
                > 0x7e => string.Create(CultureInfo.InvariantCulture, $"\\[u{rune.Value:X4}]"),
                _ => rune.ToString(),
            });
        }

        return escaped.Length > 0 && escaped[0] == '.' ? $"\\&{escaped}" : escaped.ToString();
    }
}
