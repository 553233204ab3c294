namespace SloCompiler.Testing;

/// <summary>Where the sources are, seen from a test binary.</summary>
public static class Repository
{
    private const string Marker = "SloCompiler.sln";

    /// <summary>Full path of the folder that holds the solution.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Full path of something in the repository.</summary>
    /// <param name="relativePath">Path from the root, with forward slashes.</param>
    public static string PathOf(string relativePath) => Path.Combine(Root, relativePath);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {start} holds {Marker}.");
    }
}
