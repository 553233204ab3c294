using System.Security.Cryptography;
using System.Text;
using SloCompiler.Files;

namespace SloCompiler.Incremental;

/// <summary>What a run asked of the files of the machine.</summary>
public enum Question
{
    /// <summary>What stands at a path.</summary>
    Kind,

    /// <summary>Whether a path is a link.</summary>
    Link,

    /// <summary>Where a link leads.</summary>
    Target,

    /// <summary>The content of a file.</summary>
    Content,

    /// <summary>The entries of a folder.</summary>
    Entries,
}

/// <summary>A question and its answer, so that it can be asked again.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Path">Absolute path.</param>
/// <param name="Limit">Most bytes of a content; 0 for other questions.</param>
/// <param name="Answer">The answer, or a hash of it.</param>
public sealed record Observation(Question Question, string Path, int Limit, string Answer)
{
    /// <summary>Whether the answer is still the same.</summary>
    public bool Holds(IFileSystem files) => AnswerOf(files) == Answer;

    /// <summary>What stands at a path.</summary>
    internal static string Of(FileKind kind) => kind switch
    {
        FileKind.Missing => "missing",
        FileKind.File => "file",
        FileKind.Folder => "folder",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Whether a path is a link.</summary>
    internal static string Of(bool isLink) => isLink ? "link" : "no link";

    /// <summary>Where a link leads.</summary>
    internal static string Of(string? target) => target is null ? "nowhere" : $"to {target}";

    /// <summary>The hash of a content, or the problem.</summary>
    internal static string Of(FileOutcome<byte[]> content) => content.Value is { } bytes ? HashOf(bytes) : Of(content.Problem);

    /// <summary>The hash of the entries of a folder, or the problem.</summary>
    internal static string Of(FileOutcome<IReadOnlyList<FolderEntry>> entries)
    {
        if (entries.Value is not { } list)
        {
            return Of(entries.Problem);
        }

        var text = new StringBuilder();
        foreach (var entry in list)
        {
            text.Append(entry.Name).Append('\0').Append(Of(entry.Kind)).Append(Of(entry.IsLink)).Append('\0');
        }

        return HashOf(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>The hash of a content.</summary>
    internal static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static string Of(FileProblem? problem) => $"problem: {problem?.Message}";

    private string AnswerOf(IFileSystem files) => Question switch
    {
        Question.Kind => Of(files.GetKind(Path)),
        Question.Link => Of(files.IsLink(Path)),
        Question.Target => Of(files.LinkTarget(Path)),
        Question.Content => Of(files.Read(Path, Limit)),
        Question.Entries => Of(files.List(Path)),
        _ => throw new InvalidOperationException($"{Question} is no question."),
    };
}
