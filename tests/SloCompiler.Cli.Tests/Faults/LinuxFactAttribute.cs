using Xunit;

namespace SloCompiler.Cli.Tests.Faults;

/// <summary>A test of what only Linux offers; it runs wherever CI does.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "It needs namespaces of Linux.";
}
