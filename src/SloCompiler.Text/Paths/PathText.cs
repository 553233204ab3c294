namespace SloCompiler.Text.Paths;

/// <summary>Paths as text: forward slashes, no <c>.</c> and <c>..</c> inside. Never looks at the disk.</summary>
public static class PathText
{
    /// <summary>A path with forward slashes and without redundant parts.</summary>
    public static string Normalize(string path)
    {
        var slashed = OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;
        var root = RootOf(slashed);
        var parts = new List<string>();
        foreach (var part in slashed[root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "." && !(part == ".." && root.Length > 0))
            {
                parts.Add(part);
            }
        }

        var joined = root + string.Join('/', parts);
        return joined.Length == 0 ? "." : joined;
    }

    /// <summary>Whether a path says itself where it starts.</summary>
    public static bool IsAbsolute(string path) => RootOf(OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path).Length > 0;

    /// <summary>A path seen from a folder; absolute paths stay as they are.</summary>
    public static string Combine(string folder, string path) => Normalize(IsAbsolute(path) || folder == "." ? path : $"{folder}/{path}");

    /// <summary>The folder that holds a path; the root holds itself.</summary>
    public static string FolderOf(string path)
    {
        var root = RootOf(path);
        var slash = path.LastIndexOf('/');
        return slash < root.Length ? (root.Length > 0 ? root : ".") : path[..slash];
    }

    /// <summary>How to name <paramref name="path"/> from <paramref name="folder"/>; both absolute and normal.</summary>
    public static string Relative(string folder, string path)
    {
        if (!string.Equals(RootOf(folder), RootOf(path), StringComparison.Ordinal))
        {
            return path;
        }

        var from = folder.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var to = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var common = 0;
        while (common < from.Length && common < to.Length && string.Equals(from[common], to[common], StringComparison.Ordinal))
        {
            common++;
        }

        var parts = Enumerable.Repeat("..", from.Length - common).Concat(to[common..]);
        var joined = string.Join('/', parts);
        return joined.Length == 0 ? "." : joined;
    }

    /// <summary>
    /// Whether a relative path, once normal, leads out of the folder that it starts from, or is absolute: on this system or on another,
    /// so that a project that is fine on one is fine on all.
    /// </summary>
    public static bool LeadsOut(string path)
    {
        var normal = Normalize(path.Replace('\\', '/'));
        return IsDrive(normal) || IsAbsolute(normal) || normal == ".." || normal.StartsWith("../", StringComparison.Ordinal);
    }

    private static bool IsDrive(string path) => path.Length >= 2 && path[1] == ':' && char.IsAsciiLetter(path[0]) && (path.Length == 2 || path[2] == '/');

    private static string RootOf(string path) => path switch
    {
        ['/', ..] => "/",
        [var drive, ':', '/', ..] when OperatingSystem.IsWindows() && char.IsAsciiLetter(drive) => path[..3],
        _ => "",
    };
}
