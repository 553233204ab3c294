namespace SloCompiler.Files;

/// <summary>Why a file or folder could not be used.</summary>
public enum FileProblemKind
{
    /// <summary>Nothing has that path.</summary>
    NotFound,

    /// <summary>The permissions forbid it.</summary>
    AccessDenied,

    /// <summary>A folder stands where a file is expected.</summary>
    IsFolder,

    /// <summary>A file stands where a folder is expected.</summary>
    IsFile,

    /// <summary>The file is larger than the limit.</summary>
    TooLarge,

    /// <summary>Anything else that the operating system reports.</summary>
    Other,
}

/// <summary>A problem with a file or folder.</summary>
/// <param name="Kind">What kind of problem.</param>
/// <param name="Message">In words, without the path: "is a folder".</param>
public sealed record FileProblem(FileProblemKind Kind, string Message);

/// <summary>What an operation on a file gave: a value, or the problem that kept it from giving one.</summary>
/// <param name="Value">The value; default where there is a problem.</param>
/// <param name="Problem">The problem; null where it went well.</param>
public readonly record struct FileOutcome<T>(T? Value, FileProblem? Problem)
{
    /// <summary>Whether there is no problem.</summary>
    public bool IsSuccess => Problem is null;
}
