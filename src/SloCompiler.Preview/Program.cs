using SloCompiler.Files;
using SloCompiler.Preview;

var (arguments, problem) = PreviewArguments.Read(args);
if (arguments is null)
{
    Console.Error.Write($"slo-preview: {problem}\n\n{PreviewArguments.Help}");
    return 2;
}

if (arguments.WantsHelp)
{
    Console.Out.Write(PreviewArguments.Help);
    return 0;
}

try
{
    await using var server = await PreviewServer.StartAsync(arguments.Port);
    Console.Out.Write($"The report is at {server.Url} (Ctrl+C ends it)\n");
    await new PreviewRun(new PhysicalFileSystem(), TimeProvider.System, arguments.Templates).WorkAsync(server, server.Stopping);
    return 0;
}
catch (IOException refused)
{
    Console.Error.Write($"slo-preview: port {arguments.Port} cannot be used: {refused.Message}\n");
    return 2;
}
