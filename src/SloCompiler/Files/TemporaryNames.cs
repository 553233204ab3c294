namespace SloCompiler.Files;

/// <summary>Names of files that are being written.</summary>
internal static class TemporaryNames
{
    /// <summary>Matches all of them in a folder.</summary>
    public const string Pattern = $".*{Suffix}";

    private const string Suffix = ".slo-tmp";

    /// <summary>The file beside another one that will take its place.</summary>
    /// <param name="path">The file to replace.</param>
    /// <param name="writer">The name of the writer, without a dot.</param>
    public static string Of(string path, string writer) => Path.Combine(Path.GetDirectoryName(path) ?? "/", $".{Path.GetFileName(path)}.{writer}{Suffix}");

    /// <summary>The file in a folder whose lock a writer holds while it lives.</summary>
    public static string LockOf(string folder, string writer) => Path.Combine(folder, $".{writer}{Suffix}");

    /// <summary>The file whose lock the writer of a temporary file holds, if it writes several.</summary>
    public static string LockOf(string temporary)
    {
        var name = Path.GetFileName(temporary)[..^Suffix.Length];
        return LockOf(Path.GetDirectoryName(temporary) ?? "/", name[(name.LastIndexOf('.') + 1)..]);
    }
}
