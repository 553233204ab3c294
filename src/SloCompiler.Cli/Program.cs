using SloCompiler.Cli;
using SloCompiler.Cli.Terminals;
using SloCompiler.Files;

using var terminal = new SystemTerminal();
return new CliApplication(new CliServices(terminal, new PhysicalFileSystem(), TimeProvider.System)).Run(args);
