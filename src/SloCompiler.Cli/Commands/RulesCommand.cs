using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using SloCompiler.Checking;
using SloCompiler.Checks;
using SloCompiler.Cli.Rendering;
using SloCompiler.Cli.Terminals;
using SloCompiler.Diagnostics;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Commands;

/// <summary><c>slo rules</c>: lists what slo can report, or explains one kind of finding.</summary>
internal sealed class RulesCommand : ICliCommand
{
    private const int LeastSummary = 30;
    private const int NarrowIndent = 8;

    private readonly Argument<string?> _name = new("RULE")
    {
        Description = "Name or code of a rule. Without it: all of them.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly ChoiceOption _format = new("--format", "FORMAT", "How the result is printed.", "text", ["text", "json"]);

    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples =>
    [
        new("slo rules", "all rules"),
        new("slo rules SLO300", "what one rule reports, why, and what to do"),
        new("slo rules --format json", "for programs"),
    ];

    /// <inheritdoc />
    public Command Create(CliServices services)
    {
        _name.Validators.Add(SharedOptions.RefuseOption);
        var command = new Command("rules", "List what slo can report, or explain one rule.") { _name, _format };
        command.SetAction(parsed => Run(services, parsed));
        return command;
    }

    private int Run(CliServices services, ParseResult parsed)
    {
        ImmutableArray<DiagnosticDescriptor> shown = DiagnosticCatalog.All;
        if (parsed.GetValue(_name) is { } name)
        {
            if (RuleNames.Find(name) is not { } descriptor)
            {
                services.Terminal.Error.Write($"slo: {RuleNames.Unknown(name)}\n");
                return ExitCodes.Usage;
            }

            shown = [descriptor];
        }

        if (parsed.GetRequiredValue(_format) == "json")
        {
            WriteJson(services.Terminal.Out, shown);
        }
        else if (shown is [var only])
        {
            new RulePageRenderer(services.Terminal).Write(only);
        }
        else
        {
            WriteTable(services.Terminal, shown);
        }

        return ExitCodes.Clean;
    }

    private static void WriteTable(ITerminal terminal, ImmutableArray<DiagnosticDescriptor> shown)
    {
        var width = shown.Max(d => d.Name.Length);
        foreach (var d in shown)
        {
            var head = $"{d.Code}  {d.Name.PadRight(width)}  {SeverityText.Of(d.Severity),-7}  {RepairOf(d) ?? "",-10}  ";
            if (terminal.Width > 0 && terminal.Width < head.Length + LeastSummary)
            {
                WriteLines(terminal, "", 0, $"{d.Code} {d.Name} {SeverityText.Of(d.Severity)} {RepairOf(d)}".TrimEnd());
                WriteLines(terminal, new string(' ', NarrowIndent), NarrowIndent, d.Summary);
            }
            else
            {
                WriteLines(terminal, head, head.Length, d.Summary);
            }
        }
    }

    private static void WriteLines(ITerminal terminal, string head, int indent, string text)
    {
        foreach (var line in TextWrap.Wrap(text, terminal.Width == 0 ? 0 : terminal.Width - indent))
        {
            terminal.Out.Write($"{head}{line}\n");
            head = new string(' ', indent);
        }
    }

    private static void WriteJson(TextWriter writer, ImmutableArray<DiagnosticDescriptor> shown) => JsonOutput.Write(writer, json =>
    {
        json.WriteStartArray();
        foreach (var d in shown)
        {
            WriteRule(json, d);
        }

        json.WriteEndArray();
    });

    private static void WriteRule(Utf8JsonWriter json, DiagnosticDescriptor d)
    {
        json.WriteStartObject();
        json.WriteString("code", d.Code);
        json.WriteString("name", d.Name);
        json.WriteString("severity", SeverityText.Of(d.Severity));
        json.WriteString("fix", RepairOf(d) is { } repair ? repair.Split(' ')[0] : null);
        json.WriteString("summary", d.Summary);
        json.WriteString("why", d.Why);
        json.WriteString("help", d.Help);
        json.WriteString("url", RulePages.PathOf(d));
        json.WriteEndObject();
    }

    private static string? RepairOf(DiagnosticDescriptor descriptor) => RuleCatalog.All.FirstOrDefault(r => r.Descriptor == descriptor)?.Repair switch
    {
        FixSafety.Safe => "safe fix",
        FixSafety.Unsafe => "unsafe fix",
        _ => null,
    };
}
