using SloCompiler.Cli.Terminals;
using SloCompiler.Files;

namespace SloCompiler.Cli;

/// <summary>What commands use of the outside world.</summary>
/// <param name="Terminal">Where they print.</param>
/// <param name="Files">The files of the machine.</param>
/// <param name="Clock">Measures time.</param>
public sealed record CliServices(ITerminal Terminal, IFileSystem Files, TimeProvider Clock);
