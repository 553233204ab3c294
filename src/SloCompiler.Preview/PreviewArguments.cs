using System.Globalization;

namespace SloCompiler.Preview;

/// <summary>The command line of <c>slo-preview</c>.</summary>
/// <param name="Port">The port; 0 for any that is free.</param>
/// <param name="Templates">Folder with templates of the team; null for none.</param>
/// <param name="WantsHelp">Whether only help is wanted.</param>
public sealed record PreviewArguments(int Port, string? Templates, bool WantsHelp)
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string Help = """
        Shows the pages of slo report on this machine, and makes them anew whenever a file of the project changes. Ctrl+C ends it.

        slo-preview [--port N] [--templates DIR]

          --port N         Port on 127.0.0.1. Default: any that is free.
          --templates DIR  Folder with templates that replace built-in ones.

        """;

    /// <summary>Reads a command line; says what is wrong with it.</summary>
    public static (PreviewArguments? Arguments, string? Problem) Read(IReadOnlyList<string> words)
    {
        var read = new PreviewArguments(0, null, false);
        for (var i = 0; i < words.Count; i++)
        {
            switch (words[i])
            {
                case "--help" or "-h" or "-?":
                    return (read with { WantsHelp = true }, null);
                case "--port" when i + 1 < words.Count && int.TryParse(words[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65_535:
                    read = read with { Port = port };
                    i++;
                    break;
                case "--port":
                    return (null, "--port takes a whole number up to 65535.");
                case "--templates" when i + 1 < words.Count:
                    read = read with { Templates = words[++i] };
                    break;
                default:
                    return (null, $"There is no argument \"{words[i]}\".");
            }
        }

        return (read, null);
    }
}
