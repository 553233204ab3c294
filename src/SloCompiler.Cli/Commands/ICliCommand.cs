using System.Collections.Immutable;
using System.CommandLine;

namespace SloCompiler.Cli.Commands;

/// <summary>A command: it owns its options and what it does.</summary>
internal interface ICliCommand
{
    /// <summary>Examples for its help.</summary>
    ImmutableArray<CommandExample> Examples { get; }

    /// <summary>Makes the command with its options and handler.</summary>
    Command Create(CliServices services);
}
