using System.Collections.Immutable;
using System.Text;
using SloCompiler.Cli.Help;

namespace SloCompiler.Cli.Completion;

/// <summary>Completion for PowerShell.</summary>
internal static class PowerShellCompletion
{
    private const string Lookup = """
              $command = 'slo'
              $previous = ''
              foreach ($element in @($commandAst.CommandElements | Select-Object -Skip 1)) {
                if ($element.Extent.EndOffset -ge $cursorPosition -and $wordToComplete) { break }
                $previous = $element.ToString()
                if ($next.ContainsKey("$command $previous")) { $command = "$command $previous" }
              }
              $key = "$command $previous"
              if (-not $values.ContainsKey($key)) { $key = "* $previous" }
              if ($values.ContainsKey($key)) { $found = $values[$key] }
              elseif ($wordToComplete -like '-*') { $found = $options[$command] }
              else { $found = $next[$command] }
              if ("$found" -like '?rules' -or "$found" -like '?slos') { $found = @(slo __complete "$found".Substring(1) 2>$null) }
              $found | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
              }

            """;

    /// <summary>The script. Where nothing is proposed, PowerShell proposes files by itself.</summary>
    public static string Of(CommandPage root)
    {
        CommandPage[] pages = [.. root.All];
        var script = new StringBuilder();
        script.Append("# Completion of slo for PowerShell. Once: slo completion powershell | Out-String | Invoke-Expression. For good: put that line into $PROFILE.\n\n");
        script.Append("Register-ArgumentCompleter -Native -CommandName slo -ScriptBlock {\n  param($wordToComplete, $commandAst, $cursorPosition)\n");
        Table(script, "next", pages.Select(p => (p.Name, NextOf(p))));
        Table(script, "options", pages.Select(p => (p.Name, CompletionScripts.OptionsOf(p).Select(o => o.Name))));
        var own = pages.SelectMany(p => p.Options.SelectMany(o => o.Names.Select(n => (Key: $"{p.Name} {n}", Words: ValuesOf(o)))));
        var global = root.GlobalOptions.SelectMany(o => o.Names.Select(n => (Key: $"* {n}", Words: ValuesOf(o))));
        Table(script, "values", own.Concat(global).Where(v => !v.Words.IsEmpty).Select(v => (v.Key, v.Words.AsEnumerable())));
        return script.Append(Lookup).Append("}\n").ToString();
    }

    private static IEnumerable<string> NextOf(CommandPage page)
        => page.Subcommands.IsEmpty ? CompletionScripts.ArgumentOf(page) is { } argument ? ValuesOf(argument) : [] : page.Subcommands.Select(s => s.Word);

    // Names that change are asked for: ? and what is asked.
    private static ImmutableArray<string> ValuesOf(HelpEntry entry)
        => ValueKinds.Of(entry) is { } kind && ValueKinds.QueryOf(kind) is { } query ? [$"?{query}"] : ValueKinds.WordsOf(entry);

    private static void Table(StringBuilder script, string name, IEnumerable<(string Key, IEnumerable<string> Words)> rows)
    {
        script.Append($"  ${name} = @{{\n");
        foreach (var (key, words) in rows)
        {
            script.Append($"    '{key}' = @({string.Join(", ", words.Select(w => $"'{w}'"))})\n");
        }

        script.Append("  }\n");
    }
}
