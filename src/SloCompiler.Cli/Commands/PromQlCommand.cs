using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using SloCompiler.Cli.PromQl;

namespace SloCompiler.Cli.Commands;

/// <summary><c>slo promql</c>: what an expression is, for people; with <c>--jsonl</c> a stream of expressions for programs.</summary>
internal sealed class PromQlCommand : ICliCommand
{
    private const string StandardInput = "-";

    private readonly Argument<string?> _expr = new("EXPR")
    {
        Description = "The expression; - reads it from standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _jsonl = new("--jsonl")
    {
        Description = "Read one JSON string a line from standard input and write one JSON object a line.",
    };

    private readonly Option<bool> _tree = new("--tree") { Description = "Show the syntax tree with types." };

    private readonly Option<bool> _labels = new("--labels") { Description = "Show which labels the result has, and why." };

    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples =>
    [
        new("slo promql 'sum by (job) (rate(errors_total[5m]))'", "type, canonical and pretty form, findings"),
        new("slo promql --labels --tree - < query.promql", "the labels of the result, and the tree"),
        new("slo promql --jsonl < queries.jsonl", "for editors and scripts"),
    ];

    /// <inheritdoc />
    public Command Create(CliServices services)
    {
        var command = new Command("promql", "Show what a PromQL expression is: its type, forms, labels and mistakes.")
        {
            _expr, _jsonl, _tree, _labels,
        };
        command.Validators.Add(RefuseMisuse);
        command.SetAction(parsed => Run(services, parsed));
        return command;
    }

    private void RefuseMisuse(CommandResult result)
    {
        var isStream = result.GetValue(_jsonl);
        var expr = result.GetValue(_expr);
        if (isStream && (expr is not null and not StandardInput || result.GetValue(_tree) || result.GetValue(_labels)))
        {
            result.AddError("--jsonl reads expressions from standard input and goes without EXPR, --tree and --labels.");
        }
        else if (!isStream && expr is null)
        {
            result.AddError("slo promql takes an expression, - for standard input, or --jsonl.");
        }
    }

    private int Run(CliServices services, ParseResult parsed)
    {
        var terminal = services.Terminal;
        if (parsed.GetValue(_jsonl))
        {
            new ExpressionStream(terminal.Input, terminal.Out).Run();
            return ExitCodes.Clean;
        }

        var expr = parsed.GetRequiredValue(_expr);
        var text = expr == StandardInput ? ReadAll(terminal.Input) : expr ?? "";
        return new ExpressionReport(terminal.HasColor).Write(terminal.Out, text, parsed.GetValue(_tree), parsed.GetValue(_labels))
            ? ExitCodes.Clean
            : ExitCodes.Findings;
    }

    private static string ReadAll(Stream input)
    {
        using var reader = new StreamReader(input, Encoding.UTF8);
        return reader.ReadToEnd().TrimEnd('\r', '\n');
    }
}
