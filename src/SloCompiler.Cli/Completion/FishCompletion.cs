using System.Text;
using SloCompiler.Cli.Help;

namespace SloCompiler.Cli.Completion;

/// <summary>Completion for fish, with descriptions.</summary>
internal static class FishCompletion
{
    /// <summary>The script.</summary>
    public static string Of(CommandPage root)
    {
        CommandPage[] pages = [.. root.All];
        var script = new StringBuilder();
        script.Append("# Completion of slo for fish. Once: slo completion fish | source. For good: into ~/.config/fish/completions/slo.fish.\n\n");
        script.Append($"set -g __slo_commands {string.Join(' ', pages.Skip(1).Select(p => Quote(p.Name)))}\n\n");
        script.Append("function __slo_is\n  set -l command slo\n  for word in (commandline -opc)[2..-1]\n");
        script.Append("    contains -- \"$command $word\" $__slo_commands; and set command \"$command $word\"\n  end\n");
        script.Append("  test \"$command\" = \"$argv[1]\"\nend\n\ncomplete -c slo -f\n");
        foreach (var option in root.GlobalOptions)
        {
            script.Append($"complete -c slo{NamesOf(option)}{ValueOf(option)} -d {Quote(option.Description)}\n");
        }

        foreach (var page in pages)
        {
            var condition = $"-n {Quote($"__slo_is \"{page.Name}\"")}";
            foreach (var command in page.Subcommands)
            {
                script.Append($"complete -c slo {condition} -a {command.Word} -d {Quote(command.Description)}\n");
            }

            foreach (var option in page.Options)
            {
                script.Append($"complete -c slo {condition}{NamesOf(option)}{ValueOf(option)} -d {Quote(option.Description)}\n");
            }

            if (CompletionScripts.ArgumentOf(page) is { } argument)
            {
                script.Append($"complete -c slo {condition}{ArgumentOf(argument)}\n");
            }
        }

        return script.ToString();
    }

    // fish knows two escapes between single quotes.
    private static string Quote(string text)
        => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";

    private static string NamesOf(HelpEntry option)
        => string.Concat(option.Names.Select(n => n.StartsWith("--", StringComparison.Ordinal) ? $" -l {n[2..]}" : $" -s {n[1..]}"));

    private static string ValueOf(HelpEntry option)
    {
        var kind = ValueKinds.Of(option) ?? ValueKind.Free;
        return option.Value.Length == 0 ? "" : kind == ValueKind.Files ? " -r -F" : $" -x{Words(option, kind)}";
    }

    private static string ArgumentOf(HelpEntry argument)
    {
        var kind = ValueKinds.Of(argument) ?? ValueKind.Free;
        return kind == ValueKind.Files ? " -F" : Words(argument, kind);
    }

    private static string Words(HelpEntry entry, ValueKind kind) => kind switch
    {
        ValueKind.Words => $" -a {Quote(string.Join(' ', ValueKinds.WordsOf(entry)))}",
        ValueKind.Folders => " -a '(__fish_complete_directories)'",
        ValueKind.Rules or ValueKind.Slos => $" -a '(slo __complete {ValueKinds.QueryOf(kind)} 2>/dev/null)'",
        _ => "",
    };
}
