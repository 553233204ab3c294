using SloCompiler.Cli.Commands;

namespace SloCompiler.Cli.Help;

/// <summary>All commands, for what is told of all of them.</summary>
internal static class CommandTree
{
    /// <summary>The page of <c>slo</c> with those of all commands below it.</summary>
    public static CommandPage Of(CliServices services)
    {
        var (root, examples) = CommandCatalog.CreateRoot(services, []);
        new GlobalOptions().AddTo(root);
        HelpPageAction.Install(root, services.Terminal, examples);
        return new CommandPages(examples).Of(root);
    }
}
