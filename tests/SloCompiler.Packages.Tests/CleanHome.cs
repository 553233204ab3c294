using SloCompiler.Testing;

namespace SloCompiler.Packages.Tests;

/// <summary>A user who has .NET and nothing else: no packages, no tools, no settings but a source of packages.</summary>
internal sealed class CleanHome : IDisposable
{
    private readonly TempFolder _home = new();
    private readonly TempFolder _work = new();

    /// <param name="sources">Folders of packages; nothing else is ever asked.</param>
    public CleanHome(params string[] sources)
    {
        var lines = sources.Select((path, i) => $"""    <add key="source{i}" value="{path}" />""");
        _work.Write("nuget.config", $"<configuration>\n  <packageSources>\n    <clear />\n{string.Join('\n', lines)}\n  </packageSources>\n</configuration>\n");
    }

    /// <summary>The folder that commands run in.</summary>
    public TempFolder Work => _work;

    /// <summary>Full path of the command of a global tool.</summary>
    public string GlobalTool(string name) => _home.PathOf($".dotnet/tools/{name}{(OperatingSystem.IsWindows() ? ".exe" : "")}");

    public ToolResult Run(string program, params string[] arguments) => Tool.Run(
        "env",
        [
            $"HOME={_home.FullPath}", $"DOTNET_CLI_HOME={_home.FullPath}", $"NUGET_PACKAGES={_home.PathOf("packages")}",
            // A build server would outlive the folder that it was started in.
            "MSBUILDDISABLENODEREUSE=1", "DOTNET_CLI_USE_MSBUILD_SERVER=0", "UseSharedCompilation=false",
            program, .. arguments,
        ],
        _work.FullPath);

    public void Dispose()
    {
        _home.Dispose();
        _work.Dispose();
    }
}
