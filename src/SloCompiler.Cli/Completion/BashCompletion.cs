using System.Text;
using SloCompiler.Cli.Help;

namespace SloCompiler.Cli.Completion;

/// <summary>Completion for bash, from version 3.2 on.</summary>
internal static class BashCompletion
{
    /// <summary>The script.</summary>
    public static string Of(CommandPage root)
    {
        CommandPage[] pages = [.. root.All];
        var script = new StringBuilder();
        script.Append("# Completion of slo for bash. Once: source <(slo completion bash). For good: put that line into ~/.bashrc.\n\n");
        script.Append("_slo_words() { local IFS=$' \\t\\n'; COMPREPLY=($(compgen -W \"$1\" -- \"$current\")); }\n");
        script.Append("_slo_files() { local IFS=$'\\n'; compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- \"$current\")); }\n");
        script.Append("_slo_folders() { local IFS=$'\\n'; compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- \"$current\")); }\n\n");
        script.Append("_slo() {\n  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=slo i\n  COMPREPLY=()\n");
        script.Append("  [ \"$current\" = \"=\" ] && current=\"\"\n  [ \"$previous\" = \"=\" ] && previous=${COMP_WORDS[COMP_CWORD-2]}\n");
        script.Append("  for ((i = 1; i < COMP_CWORD; i++)); do\n    case \"$command ${COMP_WORDS[i]}\" in\n");
        script.Append($"      {string.Join(" | ", pages.Skip(1).Select(p => $"\"{p.Name}\""))}) command=\"$command ${{COMP_WORDS[i]}}\" ;;\n    esac\n  done\n\n");
        script.Append("  case \"$command $previous\" in\n");
        foreach (var page in pages)
        {
            foreach (var option in page.Options.Where(o => o.Value.Length > 0))
            {
                script.Append($"    {Patterns(option, n => $"\"{page.Name} {n}\"")}) {ActionOf(option)}; return ;;\n");
            }
        }

        foreach (var option in root.GlobalOptions.Where(o => o.Value.Length > 0))
        {
            script.Append($"    {Patterns(option, n => $"*\" {n}\"")}) {ActionOf(option)}; return ;;\n");
        }

        script.Append("  esac\n\n  case \"$current\" in\n    -*)\n      case \"$command\" in\n");
        foreach (var page in pages)
        {
            script.Append($"        \"{page.Name}\") _slo_words \"{string.Join(' ', CompletionScripts.OptionsOf(page).Select(o => o.Name))}\" ;;\n");
        }

        script.Append("      esac\n      return\n      ;;\n  esac\n\n  case \"$command\" in\n");
        foreach (var page in pages)
        {
            var action = !page.Subcommands.IsEmpty ? $"_slo_words \"{string.Join(' ', page.Subcommands.Select(s => s.Word))}\""
                : CompletionScripts.ArgumentOf(page) is { } argument ? ActionOf(argument) : ":";
            script.Append($"    \"{page.Name}\") {action} ;;\n");
        }

        return script.Append("  esac\n}\n\ncomplete -F _slo slo\n").ToString();
    }

    private static string Patterns(HelpEntry option, Func<string, string> pattern) => string.Join(" | ", option.Names.Select(pattern));

    private static string ActionOf(HelpEntry entry)
    {
        var kind = ValueKinds.Of(entry) ?? ValueKind.Free;
        return kind switch
        {
            ValueKind.Words => $"_slo_words \"{string.Join(' ', ValueKinds.WordsOf(entry))}\"",
            ValueKind.Files => "_slo_files",
            ValueKind.Folders => "_slo_folders",
            ValueKind.Rules or ValueKind.Slos => $"_slo_words \"$(slo __complete {ValueKinds.QueryOf(kind)} 2>/dev/null)\"",
            _ => ":",
        };
    }
}
