using System.Diagnostics;
using SloCompiler.Testing;

namespace SloCompiler.Cli.Tests;

/// <summary>Runs the built command as a user does: a process of its own, in a folder.</summary>
internal static class SloCommand
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "slo.dll");

    public static ToolResult Run(string folder, params string[] arguments)
        => Tool.Run("dotnet", [Assembly, .. arguments], folder, timeout: TimeSpan.FromMinutes(2));

    public static ToolResult Pipe(string folder, string input, params string[] arguments)
        => Tool.Run("dotnet", [Assembly, .. arguments], folder, input, TimeSpan.FromMinutes(2));

    public static ToolResult RunWith(string folder, string variable, string value, params string[] arguments)
        => Tool.Run("env", [$"{variable}={value}", "dotnet", Assembly, .. arguments], folder, timeout: TimeSpan.FromMinutes(2));

    public static Process Start(string folder, params string[] arguments) => Start(folder, "dotnet", [Assembly, .. arguments]);

    // A test run in the background ignores interrupts, and its children would inherit that.
    public static Process StartInterruptible(string folder, params string[] arguments)
        => Start(folder, "env", ["--default-signal=INT", "dotnet", Assembly, .. arguments]);

    private static Process Start(string folder, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }
}
