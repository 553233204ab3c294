using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using SloCompiler.Checking;
using SloCompiler.Cli.Rendering;
using SloCompiler.Diagnostics;
using SloCompiler.Explaining;
using SloCompiler.Plan.Slos;
using SloCompiler.Text;

namespace SloCompiler.Cli.Commands;

/// <summary><c>slo explain</c>: what an SLO means in minutes and events, and how its alerts behave.</summary>
internal sealed class ExplainCommand : ICliCommand
{
    private readonly Argument<string?> _name = new("SERVICE[/SLO]|RULE")
    {
        Description = "A service, one SLO of it, or the name or code of a rule. Without it: all services of the project.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _rate = SharedOptions.Numeric(
        "--rps",
        "Events per second, to express the budget in events.",
        text => ReadRate(text) is not null,
        "a number above 0");

    /// <inheritdoc />
    public ImmutableArray<CommandExample> Examples =>
    [
        new("slo explain edge", "all SLOs of a service"),
        new("slo explain edge/login-availability --rps 12", "one SLO, its budget in events as well"),
        new("slo explain SLO300", "what a finding means, and what to do"),
    ];

    /// <inheritdoc />
    public Command Create(CliServices services)
    {
        _name.Validators.Add(SharedOptions.RefuseOption);
        var command = new Command("explain", "Say what an SLO means: budget, alert tiers, detection and reset times; or what a rule reports.") { _name, _rate };
        command.SetAction(parsed => Run(services, parsed));
        return command;
    }

    private int Run(CliServices services, ParseResult parsed)
    {
        var name = parsed.GetValue(_name);
        if (name is not null && RuleNames.Find(name) is { } rule)
        {
            new RulePageRenderer(services.Terminal).Write(rule);
            return ExitCodes.Clean;
        }

        var result = Compilation.Run(new CompilationRequest { Generate = false, Progress = services.Progress }, services.Files, services.Clock);
        if (result.HasErrors || result.Plan is null)
        {
            new TextRenderer(services.Terminal.HasColor).Write(services.Terminal.Out, result);
            return ExitCodes.Of(result.Diagnostics, result.Project.ConfigPath);
        }

        var all = result.Plan.Services.SelectMany(s => s.Slos).ToList();
        var wanted = name is null ? all : all.FindAll(s => s.Service == name || $"{s.Service}/{s.Name}" == name);
        if (wanted.Count == 0)
        {
            services.Terminal.Error.Write($"slo: There is no service, SLO or rule \"{DisplayText.OneLine(name ?? "")}\".{Hint(name ?? "", all)}\n");
            return ExitCodes.Usage;
        }

        var renderer = new ExplanationRenderer(services.Terminal);
        wanted.ForEach(slo => renderer.Write(SloExplanation.Of(slo, ReadRate(parsed.GetValue(_rate)))));
        return ExitCodes.Clean;
    }

    private static decimal? ReadRate(string? text)
        => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate > 0 ? rate : null;

    private static string Hint(string name, List<SloPlan> all)
    {
        var names = all.SelectMany(s => new[] { s.Service, $"{s.Service}/{s.Name}" }).Distinct(StringComparer.Ordinal).ToList();
        return Suggestions.Nearest(name, names) is { } nearest
            ? $" Did you mean {nearest}?"
            : Suggestions.Nearest(name, DiagnosticCatalog.All.Select(d => d.Name)) is { } rule ? $" Did you mean {rule}?"
            : $" There are {string.Join(", ", names.Where(n => n.Contains('/', StringComparison.Ordinal)))}.";
    }
}
