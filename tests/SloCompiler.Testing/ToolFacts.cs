using Xunit;

namespace SloCompiler.Testing;

/// <summary>A test that needs promtool: skipped where it is absent, except in CI, where its absence fails the test.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PromtoolFactAttribute : FactAttribute
{
    /// <summary>Looks for the tool.</summary>
    public PromtoolFactAttribute() => Skip = ToolPresence.ReasonToSkip(Promtool.Name);
}

/// <summary>A theory that needs promtool; see <see cref="PromtoolFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PromtoolTheoryAttribute : TheoryAttribute
{
    /// <summary>Looks for the tool.</summary>
    public PromtoolTheoryAttribute() => Skip = ToolPresence.ReasonToSkip(Promtool.Name);
}

/// <summary>A test that runs git; skipped like <see cref="PromtoolFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GitFactAttribute : FactAttribute
{
    /// <summary>Looks for the tool.</summary>
    public GitFactAttribute() => Skip = ToolPresence.ReasonToSkip("git");
}

/// <summary>A test that runs a Prometheus server; skipped like <see cref="PromtoolFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PrometheusFactAttribute : FactAttribute
{
    /// <summary>Looks for the tool.</summary>
    public PrometheusFactAttribute() => Skip = ToolPresence.ReasonToSkip("prometheus");
}

/// <summary>A theory that runs a Prometheus server; skipped like <see cref="PromtoolFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PrometheusTheoryAttribute : TheoryAttribute
{
    /// <summary>Looks for the tool.</summary>
    public PrometheusTheoryAttribute() => Skip = ToolPresence.ReasonToSkip("prometheus");
}

/// <summary>A test that runs pre-commit; skipped like <see cref="PromtoolFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PreCommitFactAttribute : FactAttribute
{
    /// <summary>Looks for the tool.</summary>
    public PreCommitFactAttribute() => Skip = ToolPresence.ReasonToSkip("pre-commit");
}

/// <summary>A test that runs the validator of SARIF; skipped like <see cref="PromtoolFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SarifFactAttribute : FactAttribute
{
    /// <summary>Looks for the tool.</summary>
    public SarifFactAttribute() => Skip = ToolPresence.ReasonToSkip(ToolNames.SarifMultitool);
}

/// <summary>A test that runs some program; skipped like <see cref="PromtoolFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    /// <summary>Looks for the tool.</summary>
    public ToolFactAttribute(string executable) => Skip = ToolPresence.ReasonToSkip(executable);
}

/// <summary>A theory that runs some program; skipped like <see cref="PromtoolFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolTheoryAttribute : TheoryAttribute
{
    /// <summary>Looks for the tool.</summary>
    public ToolTheoryAttribute(string executable) => Skip = ToolPresence.ReasonToSkip(executable);
}

/// <summary>Names of programs that tests run.</summary>
public static class ToolNames
{
    /// <summary>The validator of SARIF; <c>tests/tools/package.json</c> pins it.</summary>
    public const string SarifMultitool = "sarif-multitool";
}

/// <summary>Decides whether a test can run without a tool.</summary>
public static class ToolPresence
{
    /// <summary>Whether this is a build server, where nothing may be skipped.</summary>
    public static bool IsCi => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Why a test is skipped, or null where it must run.</summary>
    public static string? ReasonToSkip(string executable)
        => IsCi || Tool.Exists(executable) ? null : $"{executable} is not on the PATH; CI runs this test.";
}
