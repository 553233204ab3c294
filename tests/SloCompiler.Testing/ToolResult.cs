using Xunit;

namespace SloCompiler.Testing;

/// <summary>What a program left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
public sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>Fails the test, with all output shown, unless the program ended with this exit code.</summary>
    public ToolResult ShouldExitWith(int expected)
    {
        Assert.True(ExitCode == expected, $"Exit code {ExitCode}, expected {expected}.\nstdout:\n{Output}\nstderr:\n{Error}");
        return this;
    }

    /// <summary>Fails the test, with all output shown, unless the program ended with exit code 0.</summary>
    public ToolResult ShouldSucceed() => ShouldExitWith(0);
}
