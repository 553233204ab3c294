using System.Text;

namespace SloCompiler.Cli.Help;

/// <summary>The reference of all commands in Markdown.</summary>
internal static class CommandReference
{
    /// <summary>The page.</summary>
    public static string Of(CommandPage root)
    {
        var page = new StringBuilder();
        page.Append("# Commands\n\n<!-- Generated from the commands themselves; `slo COMMAND --help` says the same. -->\n\n");
        page.Append($"{root.Description}\n\n## Options of every command\n\n");
        Entries(page, root.GlobalOptions);
        foreach (var command in root.All.Skip(1).Where(c => c.Subcommands.IsEmpty))
        {
            page.Append($"\n## {command.Name}\n\n{command.Description}\n\n```\n{command.Usage}\n```\n");
            if (!command.Arguments.IsEmpty || !command.Options.IsEmpty)
            {
                page.Append('\n');
                Entries(page, command.Arguments.Concat(command.Options));
            }

            page.Append("\n```\n");
            foreach (var example in command.Examples)
            {
                page.Append($"{example.CommandLine}   # {example.Meaning}\n");
            }

            page.Append("```\n");
        }

        return page.ToString();
    }

    private static void Entries(StringBuilder page, IEnumerable<HelpEntry> entries)
    {
        page.Append("| | |\n|---|---|\n");
        foreach (var entry in entries)
        {
            var repeats = entry.Repeats && !entry.Names.IsEmpty ? " May be given several times." : "";
            page.Append($"| `{Cell(entry.Label)}` | {Cell(entry.Description)}{repeats} |\n");
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
