using SloCompiler.Cli;
using SloCompiler.Cli.Terminals;
using SloCompiler.Files;
using SloCompiler.Processes;

using var terminal = new SystemTerminal();
var services = new CliServices(terminal, new PhysicalFileSystem(), TimeProvider.System, new SystemProcessRunner())
{
    Cache = PhysicalCacheFolder.OfUser(),
    Changes = () => new PhysicalChangeSignal(TimeProvider.System),
};
return new CliApplication(services).Run(args);
