namespace SloCompiler.Cli.Tests.Help;

/// <summary>Reads examples as a shell would.</summary>
internal static class CommandLines
{
    /// <summary>The words behind <c>slo</c> of every call of it; without files that are redirected to, and other programs.</summary>
    public static IEnumerable<string[]> Of(string line)
        => line.Split([" && ", " | "], StringSplitOptions.None).Where(part => part.StartsWith("slo", StringComparison.Ordinal)).Select(Words);

    private static string[] Words(string part)
    {
        var words = new List<string>();
        foreach (var (text, i) in part.Split('\'').Select((text, i) => (text, i)))
        {
            words.AddRange(i % 2 == 1 ? [text] : text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        var end = words.FindIndex(w => w is "<" or ">" or "2>");
        return [.. (end < 0 ? words : words.Take(end)).Skip(1)];
    }
}
