namespace SloCompiler.Cli.Terminals;

/// <summary>Decides whether a stream is written in colours.</summary>
internal static class ColorChoice
{
    /// <summary>By what the stream is and what the environment asks for; the first of these that says something decides.</summary>
    /// <param name="isTerminal">Whether the stream is a terminal.</param>
    /// <param name="variable">The value of an environment variable.</param>
    public static bool ByEnvironment(bool isTerminal, Func<string, string?> variable)
    {
        if (!string.IsNullOrEmpty(variable("NO_COLOR")))
        {
            return false;
        }

        if (IsForced(variable("FORCE_COLOR")) || IsForced(variable("CLICOLOR_FORCE")))
        {
            return true;
        }

        return isTerminal && variable("TERM") != "dumb" && variable("CLICOLOR") != "0";
    }

    private static bool IsForced(string? value) => !string.IsNullOrEmpty(value) && value is not ("0" or "false");
}
