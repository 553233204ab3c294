using System.Text;
using SloCompiler.Cli.Help;

namespace SloCompiler.Cli.Completion;

/// <summary>Completion for zsh, with descriptions.</summary>
internal static class ZshCompletion
{
    /// <summary>The script.</summary>
    public static string Of(CommandPage root)
    {
        CommandPage[] pages = [.. root.All];
        var script = new StringBuilder();
        script.Append("#compdef slo\n# Completion of slo for zsh. Once: source <(slo completion zsh). For good: slo completion zsh > a folder of $fpath, as _slo.\n\n");
        script.Append("_slo() {\n  local command=slo previous=\"${words[CURRENT-1]}\" i\n  local -a found\n");
        script.Append("  for ((i = 2; i < CURRENT; i++)); do\n    case \"$command ${words[i]}\" in\n");
        script.Append($"      {string.Join("|", pages.Skip(1).Select(p => $"\"{p.Name}\""))}) command=\"$command ${{words[i]}}\" ;;\n    esac\n  done\n\n");
        script.Append("  case \"$command $previous\" in\n");
        foreach (var page in pages)
        {
            foreach (var option in page.Options.Where(o => o.Value.Length > 0))
            {
                script.Append($"    {string.Join("|", option.Names.Select(n => $"\"{page.Name} {n}\""))}) {ActionOf(option)}; return ;;\n");
            }
        }

        foreach (var option in root.GlobalOptions.Where(o => o.Value.Length > 0))
        {
            script.Append($"    {string.Join("|", option.Names.Select(n => $"*\" {n}\""))}) {ActionOf(option)}; return ;;\n");
        }

        script.Append("  esac\n\n  if [[ \"$PREFIX\" == -* ]]; then\n    case \"$command\" in\n");
        foreach (var page in pages)
        {
            script.Append($"      \"{page.Name}\") found=({string.Join(' ', CompletionScripts.OptionsOf(page).Select(o => Described(o.Name, o.Description)))}) ;;\n");
        }

        script.Append("    esac\n    _describe -o option found\n    return\n  fi\n\n  case \"$command\" in\n");
        foreach (var page in pages)
        {
            var action = !page.Subcommands.IsEmpty
                ? $"found=({string.Join(' ', page.Subcommands.Select(s => Described(s.Word, s.Description)))}); _describe command found"
                : CompletionScripts.ArgumentOf(page) is { } argument ? ActionOf(argument) : ":";
            script.Append($"    \"{page.Name}\") {action} ;;\n");
        }

        return script.Append("  esac\n}\n\nif [[ \"${funcstack[1]}\" == _slo ]]; then\n  _slo \"$@\"\nelse\n  compdef _slo slo\nfi\n").ToString();
    }

    private static string Described(string word, string description)
        => CompletionScripts.Quote($"{word}:{description.Replace(":", "\\:", StringComparison.Ordinal)}");

    private static string ActionOf(HelpEntry entry)
    {
        var kind = ValueKinds.Of(entry) ?? ValueKind.Free;
        return kind switch
        {
            ValueKind.Words => $"compadd -- {string.Join(' ', ValueKinds.WordsOf(entry))}",
            ValueKind.Files => "_files",
            ValueKind.Folders => "_files -/",
            ValueKind.Rules or ValueKind.Slos => $"compadd -- ${{(f)\"$(slo __complete {ValueKinds.QueryOf(kind)} 2>/dev/null)\"}}",
            _ => ":",
        };
    }
}
