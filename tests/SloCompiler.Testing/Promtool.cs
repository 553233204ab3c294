namespace SloCompiler.Testing;

/// <summary>The checker that ships with Prometheus; tests that use it carry <see cref="PromtoolFactAttribute"/>.</summary>
public static class Promtool
{
    /// <summary>Name of the program.</summary>
    public const string Name = "promtool";

    /// <summary><c>promtool check rules</c> on one file.</summary>
    /// <param name="path">Full path of a rule file.</param>
    public static ToolResult CheckRules(string path) => Run("check", "rules", path);

    /// <summary><c>promtool test rules</c> on one file of unit tests, which names its rule files relative to itself.</summary>
    /// <param name="path">Full path of a test file.</param>
    public static ToolResult TestRules(string path) => Run("test", "rules", path);

    /// <summary><c>promtool check config</c> on one file.</summary>
    /// <param name="path">Full path of a Prometheus configuration.</param>
    public static ToolResult CheckConfig(string path) => Run("check", "config", path);

    private static ToolResult Run(params string[] arguments)
        => Tool.Run(Name, arguments, Path.GetDirectoryName(arguments[^1]));
}
