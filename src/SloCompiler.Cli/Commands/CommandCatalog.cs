using System.CommandLine;

namespace SloCompiler.Cli.Commands;

/// <summary>All commands, in the order in which help lists them. A new command is one file and one line here.</summary>
internal static class CommandCatalog
{
    private static readonly Entry[] All =
    [
        new("compile", () => new CompileCommand()),
        new("check", () => new CheckCommand()),
        new("fmt", () => new FmtCommand()),
        new("promql", () => new PromQlCommand()),
        new("explain", () => new ExplainCommand()),
        new("cost", () => new CostCommand()),
        new("report", () => new ReportCommand()),
        new("preview", () => new PreviewCommand()),
        new("import", () => new ImportCommand()),
        new("diff", () => new DiffCommand()),
        new("rules", () => new RulesCommand()),
        new("init", () => new InitCommand()),
        new("schema", () => new SchemaCommand()),
        new("metrics", () => new MetricsCommand()),
        new("runbook", () => new RunbookCommand()),
        new("completion", () => new CompletionCommand()),
        new("manual", () => new ManualCommand()),
        new("debug", () => new DebugCommand()),
        new("__complete", () => new CompleteCommand()),
    ];

    private static readonly CommandExample[] RootExamples =
    [
        new("slo init", "start a project with a commented example"),
        new("slo compile", "compile the project"),
        new("slo explain edge/login-availability", "see what an SLO means in minutes and events"),
    ];

    /// <summary>The root command with what the arguments need of the commands below it, and the examples for help.</summary>
    public static (RootCommand Root, Dictionary<Command, IReadOnlyList<CommandExample>> Examples) CreateRoot(
        CliServices services,
        IReadOnlyList<string> arguments)
    {
        var root = new RootCommand("Compile service level objectives to Prometheus rules, alerts, tests and Grafana dashboards, and check them.");
        var examples = new Dictionary<Command, IReadOnlyList<CommandExample>> { [root] = RootExamples };
        foreach (var entry in NeededFor(arguments))
        {
            var item = entry.Create();
            var command = item.Create(services);
            root.Add(command);
            examples[command] = item.Examples;
        }

        return (root, examples);
    }

    // The options of all commands take longer to make than many a check runs. Only help and errors are about all of them.
    private static Entry[] NeededFor(IReadOnlyList<string> arguments) => arguments switch
    {
        ["--version"] => [],
        [var first, ..] when Array.Find(All, entry => entry.Name == first) is { } asked => [asked],
        _ => All,
    };

    /// <summary>A command as it is typed.</summary>
    public static string FullName(Command command)
    {
        var names = new List<string>();
        for (Symbol? symbol = command; symbol is not null; symbol = symbol.Parents.FirstOrDefault())
        {
            names.Add(symbol is RootCommand ? "slo" : symbol.Name);
        }

        names.Reverse();
        return string.Join(' ', names);
    }

    /// <param name="Name">As <see cref="ICliCommand.Create"/> names it.</param>
    /// <param name="Create">Makes it.</param>
    private sealed record Entry(string Name, Func<ICliCommand> Create);
}
