using System.Collections.Immutable;
using System.CommandLine;

namespace SloCompiler.Cli.Commands;

/// <summary>All commands, in the order in which help lists them. A new command is one file and one line here.</summary>
internal static class CommandCatalog
{
    private static readonly ImmutableArray<ICliCommand> All =
    [
        new CompileCommand(),
        new CheckCommand(),
        new FmtCommand(),
        new PromQlCommand(),
        new ExplainCommand(),
        new RulesCommand(),
        new InitCommand(),
        new SchemaCommand(),
        new RunbookCommand(),
        new DebugCommand(),
    ];

    /// <summary>The root command with everything below it, and the examples for help.</summary>
    public static (RootCommand Root, Dictionary<Command, ImmutableArray<CommandExample>> Examples) CreateRoot(CliServices services)
    {
        var root = new RootCommand("Compiles service level objectives to Prometheus rules, alerts, tests and Grafana dashboards.");
        var examples = new Dictionary<Command, ImmutableArray<CommandExample>>();
        foreach (var item in All)
        {
            var command = item.Create(services);
            root.Add(command);
            examples[command] = item.Examples;
        }

        examples[root] =
        [
            new("slo init", "start a project with a commented example"),
            new("slo compile", "compile the project"),
            new("slo explain edge/login-availability", "see what an SLO means in minutes and events"),
        ];
        return (root, examples);
    }

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
}
