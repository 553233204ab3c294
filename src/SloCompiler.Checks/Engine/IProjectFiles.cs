namespace SloCompiler.Checks.Engine;

/// <summary>Files of the project that rules may read.</summary>
public interface IProjectFiles
{
    /// <summary>The text of a file; null where it does not exist or cannot be read.</summary>
    /// <param name="path">Path relative to the project, with forward slashes.</param>
    string? ReadText(string path);
}
