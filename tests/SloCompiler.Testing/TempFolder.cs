using System.Text;

namespace SloCompiler.Testing;

/// <summary>A folder of its own for one test, removed at the end of it.</summary>
public sealed class TempFolder : IDisposable
{
    /// <summary>Full path of the folder.</summary>
    public string FullPath { get; } = Directory.CreateTempSubdirectory("slo-test-").FullName;

    /// <summary>Full path of something in the folder.</summary>
    /// <param name="relativePath">Path from the folder, with forward slashes.</param>
    public string PathOf(string relativePath) => Path.Combine(FullPath, relativePath);

    /// <summary>Writes a file as UTF-8, with the folders above it, and returns its full path.</summary>
    public string Write(string relativePath, string content)
        => WriteBytes(relativePath, Encoding.UTF8.GetBytes(content));

    /// <summary>Writes a file as it is, with the folders above it, and returns its full path.</summary>
    public string WriteBytes(string relativePath, byte[] content)
    {
        var path = PathOf(relativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? FullPath);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>The text of a file in the folder.</summary>
    public string Read(string relativePath) => File.ReadAllText(PathOf(relativePath));

    /// <summary>Paths of all files in the folder, with forward slashes, in ordinal order.</summary>
    public IReadOnlyList<string> Files()
        => [.. Directory.EnumerateFiles(FullPath, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(FullPath, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
