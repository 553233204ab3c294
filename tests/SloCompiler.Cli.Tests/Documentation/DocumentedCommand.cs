using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SloCompiler.Testing;

namespace SloCompiler.Cli.Tests.Documentation;

/// <summary>A line of a block of commands in a page.</summary>
/// <param name="Page">Path of the page.</param>
/// <param name="Line">Number of the line.</param>
/// <param name="Block">Number of the block in the page.</param>
/// <param name="Text">The line.</param>
internal sealed partial record DocumentedCommand(string Page, int Line, int Block, string Text)
{
    private const string Fence = "```";

    private static readonly ImmutableArray<string> BlocksOfCommands = ["", "console", "sh", "bash", "shell"];

    /// <summary>Every line of every block that holds commands, of the pages that users read.</summary>
    public static ImmutableArray<DocumentedCommand> All { get; } = [.. Pages().SelectMany(OfPage)];

    /// <summary>The arguments of a call of slo alone; null where the line needs a shell.</summary>
    public ImmutableArray<string>? Arguments
    {
        get
        {
            var line = Comment().Replace(Text, "");
            return line.StartsWith("slo ", StringComparison.Ordinal) && !NeedsShell().IsMatch(line)
                ? [.. Word().Matches(line).Skip(1).Select(word => word.Groups["quoted"] is { Success: true } quoted ? quoted.Value : word.Value)]
                : null;
        }
    }

    /// <inheritdoc />
    public override string ToString() => $"{Page}:{Line}: {Text}";

    private static IEnumerable<string> Pages()
    {
        var docs = Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path))
            .Where(path => !path.StartsWith("docs/adr/", StringComparison.Ordinal) && !path.StartsWith("docs/rules/", StringComparison.Ordinal));
        return docs.Append("README.md").Append("CONTRIBUTING.md").Order(StringComparer.Ordinal);
    }

    private static IEnumerable<DocumentedCommand> OfPage(string page)
    {
        string? language = null;
        var block = 0;
        var commands = new List<DocumentedCommand>();
        foreach (var (index, line) in File.ReadAllLines(Repository.PathOf(page)).Index())
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                language = language is null ? line[Fence.Length..] : null;
                block += language is null ? 0 : 1;
            }
            else if (language is not null && BlocksOfCommands.Contains(language) && Command().IsMatch(line))
            {
                commands.Add(new DocumentedCommand(page, index + 1, block, line));
            }
        }

        return commands;
    }

    // A program at the start of a line; drawings, output and file names do not look like it.
    [GeneratedRegex(@"^(slo|dotnet|docker|git|npm|jq|echo|source|curl|promtool|\.ci/run|packaging/\S+|bench/\S+|/\S+/slo)( |$)(?!.*\[PATHS|.*\[OPTIONS)")]
    private static partial Regex Command();

    [GeneratedRegex(@"\s+# .*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"[|<>&;$*]")]
    private static partial Regex NeedsShell();

    [GeneratedRegex(@"'(?<quoted>[^']*)'|\S+")]
    private static partial Regex Word();
}
