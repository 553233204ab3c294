using System.Security;

namespace SloCompiler.Files;

/// <summary>A cache on the disk of this machine, which only its user may read.</summary>
/// <param name="folder">The folder; made when something is kept.</param>
public sealed class PhysicalCacheFolder(string folder) : ICacheFolder
{
    private const int MostFiles = 64;
    private const string TemporarySuffix = ".tmp";
    private const UnixFileMode UserOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// The folder of slo in the user's folder for caches: that of <c>XDG_CACHE_HOME</c>, else <c>~/.cache</c>, <c>~/Library/Caches</c> or
    /// the local application data; null where the user has none.
    /// </summary>
    public static PhysicalCacheFolder? OfUser()
    {
        var home = Environment.GetEnvironmentVariable("HOME");
        var given = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        var caches = Path.IsPathFullyQualified(given ?? "") ? given
            : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : string.IsNullOrEmpty(home) ? null
            : Path.Combine(home, OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache");
        return string.IsNullOrEmpty(caches) ? null : new PhysicalCacheFolder(Path.Combine(caches, "slo", "runs"));
    }

    /// <inheritdoc />
    public byte[]? Read(string name, int limit)
    {
        try
        {
            var file = new FileInfo(Path.Combine(folder, name));
            return file.Exists && file.Length <= limit ? File.ReadAllBytes(file.FullName) : null;
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            return null;
        }
    }

    /// <inheritdoc />
    public void Write(string name, byte[] content)
    {
        var temporary = Path.Combine(folder, $"{name}.{Path.GetRandomFileName()}{TemporarySuffix}");
        try
        {
            MakeFolder();
            using (var stream = new FileStream(temporary, Options()))
            {
                stream.Write(content);
            }

            File.Move(temporary, Path.Combine(folder, name), overwrite: true);
            Prune();
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            TryDelete(temporary);
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UserOnly;
        }

        return options;
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            // Another run removes it.
        }
    }

    private static bool IsExpected(Exception exception)
        => exception is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException;

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UserOnly | UnixFileMode.UserExecute);
        }
    }

    // Files of killed runs count as well, so that they go in their turn.
    private void Prune()
    {
        var files = new DirectoryInfo(folder).GetFiles();
        if (files.Length > MostFiles)
        {
            Array.Sort(files, (a, b) => a.LastWriteTimeUtc.CompareTo(b.LastWriteTimeUtc));
            foreach (var file in files.AsSpan(0, files.Length - MostFiles))
            {
                TryDelete(file.FullName);
            }
        }
    }
}
