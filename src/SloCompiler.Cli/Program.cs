using SloCompiler.Cli;
using SloCompiler.Cli.Terminals;
using SloCompiler.Files;
using SloCompiler.Processes;

using var terminal = new SystemTerminal();
return new CliApplication(new CliServices(terminal, new PhysicalFileSystem(), TimeProvider.System, new SystemProcessRunner())).Run(args);
