using System.Buffers;
using System.Security;
using Microsoft.Win32.SafeHandles;
using SloCompiler.Text.Paths;

namespace SloCompiler.Files;

/// <summary>The files of this machine. The only place that calls System.IO for files and folders.</summary>
public sealed class PhysicalFileSystem : IFileSystem
{
    private const FileAttributes Missing = (FileAttributes)(-1);
    private const int MostAttempts = 3;
    private const int DiskFullOnUnix = 28;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);
    private const int TooManyLinksOnLinux = 40;
    private const int ComparedAtOnce = 64 * 1024;

    /// <inheritdoc />
    public string WorkingFolder => PathText.Normalize(Directory.GetCurrentDirectory());

    /// <inheritdoc />
    public FileKind GetKind(string path)
        => Directory.Exists(path) ? FileKind.Folder : File.Exists(path) ? FileKind.File : FileKind.Missing;

    /// <inheritdoc />
    public bool IsLink(string path)
        => Try(() => new FileInfo(path).Attributes) is { IsSuccess: true, Value: var found and not Missing } && found.HasFlag(FileAttributes.ReparsePoint);

    /// <inheritdoc />
    public string? LinkTarget(string path)
        => Try(() => File.ResolveLinkTarget(path, returnFinalTarget: true)).Value is { } target ? PathText.Normalize(target.FullName) : null;

    /// <inheritdoc />
    public FileOutcome<byte[]> Read(string path, int limit) => Try(() =>
    {
        if (Directory.Exists(path))
        {
            throw new FolderInsteadOfFileException();
        }

        ThrowIfNotRegular(path);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        return ReadBounded(stream, limit);
    });

    /// <inheritdoc />
    public FileOutcome<IReadOnlyList<FolderEntry>> List(string folder) => Try<IReadOnlyList<FolderEntry>>(() => new DirectoryInfo(folder)
        .EnumerateFileSystemInfos()
        .Select(info => new FolderEntry(info.Name, KindOf(info), info.Attributes.HasFlag(FileAttributes.ReparsePoint)))
        .OrderBy(entry => entry.Name, StringComparer.Ordinal)
        .ToArray());

    /// <inheritdoc />
    public FileProblem? Write(string path, ReadOnlySpan<byte> content)
    {
        if (Directory.Exists(path))
        {
            return Describe(new FolderInsteadOfFileException());
        }

        var folder = Path.GetDirectoryName(path) ?? "/";
        var temporary = TemporaryNames.Of(path, Path.GetRandomFileName());
        try
        {
            Directory.CreateDirectory(folder);
            for (var attempt = 1; ; attempt++)
            {
                WriteTemporary(path, temporary, content);
                if (TryRename(temporary, path, isLast: attempt == MostAttempts))
                {
                    return null;
                }
            }
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            _ = Try(() =>
            {
                File.Delete(temporary);
                return true;
            });
            return Describe(exception);
        }
    }

    /// <inheritdoc />
    public IFileBatch BeginBatch() => new PhysicalFileBatch();

    /// <inheritdoc />
    public FileOutcome<bool> Holds(string path, ReadOnlySpan<byte> content)
    {
        if (!File.Exists(path))
        {
            return new FileOutcome<bool>(false, Directory.Exists(path) ? Describe(new FolderInsteadOfFileException()) : null);
        }

        try
        {
            ThrowIfNotRegular(path);
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return new FileOutcome<bool>(RandomAccess.GetLength(file) == content.Length && HasSameBytes(file, content), null);
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            return new FileOutcome<bool>(false, Describe(exception));
        }
    }

    /// <inheritdoc />
    public FileProblem? Delete(string path) => Try(() =>
    {
        File.Delete(path);
        return true;
    }).Problem;

    /// <inheritdoc />
    public void SweepLeftovers(string folder) => _ = Try(() =>
    {
        foreach (var file in Directory.EnumerateFiles(folder, TemporaryNames.Pattern))
        {
            // A writer holds the lock of the file while it writes, or that of all its files.
            if (!IsLocked(TemporaryNames.LockOf(file)) && !IsLocked(file))
            {
                File.Delete(file);
            }
        }

        return true;
    });

    private static bool IsLocked(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        var opened = Try(() => new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None));
        opened.Value?.Dispose();
        return opened.Problem is { Kind: not FileProblemKind.NotFound };
    }

    private static bool HasSameBytes(SafeFileHandle file, ReadOnlySpan<byte> content)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ComparedAtOnce);
        try
        {
            var done = 0;
            int count;
            while ((count = RandomAccess.Read(file, buffer, done)) > 0)
            {
                if (!content[done..].StartsWith(buffer.AsSpan(0, count)))
                {
                    return false;
                }

                done += count;
            }

            return done == content.Length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void WriteTemporary(string path, string temporary, ReadOnlySpan<byte> content)
    {
        using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
        if (!OperatingSystem.IsWindows() && File.Exists(path))
        {
            File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(path));
        }
    }

    // The lock must be gone before the file has its final name, or readers would meet it. Between the two, the sweep of another
    // process may take the file for a leftover: then it is written again.
    private static bool TryRename(string temporary, string path, bool isLast)
    {
        try
        {
            File.Move(temporary, path, overwrite: true);
            return true;
        }
        catch (FileNotFoundException) when (!isLast)
        {
            return false;
        }
    }

    private static void ThrowIfNotRegular(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: 0 } && !IsRegular(path))
        {
            throw new NotRegularException();
        }
    }

    // Opening a named pipe to read waits for a writer, perhaps for ever; opening it to write as well does not. Whoever may not
    // write could not have been told apart from the owner of an empty file.
    private static bool IsRegular(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1);
            return stream.CanSeek;
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            return true;
        }
    }

    private static byte[] ReadBounded(FileStream stream, int limit)
    {
        if (stream.CanSeek && stream.Length > limit)
        {
            throw new TooLargeException(limit);
        }

        using var memory = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
        var buffer = new byte[32 * 1024];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            if (memory.Length + count > limit)
            {
                throw new TooLargeException(limit);
            }

            memory.Write(buffer, 0, count);
        }

        return memory.ToArray();
    }

    private static FileKind KindOf(FileSystemInfo info)
        => info is DirectoryInfo || Directory.Exists(info.FullName) ? FileKind.Folder : FileKind.File;

    private static FileOutcome<T> Try<T>(Func<T> operation)
    {
        try
        {
            return new FileOutcome<T>(operation(), null);
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            return new FileOutcome<T>(default, Describe(exception));
        }
    }

    /// <summary>Whether an exception is one that users can cause.</summary>
    internal static bool IsExpected(Exception exception)
        => exception is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException;

    // The texts of the framework hold absolute paths, which must not reach any output.
    internal static FileProblem Describe(Exception exception) => exception switch
    {
        FolderInsteadOfFileException => new(FileProblemKind.IsFolder, "is a folder, not a file"),
        NotRegularException => new(FileProblemKind.Other, "is not a regular file"),
        TooLargeException large => new(FileProblemKind.TooLarge, large.Message),
        FileNotFoundException or DirectoryNotFoundException => new(FileProblemKind.NotFound, "does not exist"),
        UnauthorizedAccessException or SecurityException => new(FileProblemKind.AccessDenied, "may not be accessed: permission denied"),
        PathTooLongException => new(FileProblemKind.Other, "has a path that is too long"),
        ArgumentException or NotSupportedException => new(FileProblemKind.Other, "is not a valid path"),
        { HResult: DiskFullOnUnix or DiskFullOnWindows } => new(FileProblemKind.Other, "does not fit: the disk is full"),
        { HResult: TooManyLinksOnLinux } => new(FileProblemKind.Other, "is a link that leads nowhere"),
        _ => new(FileProblemKind.Other, $"cannot be accessed (system error 0x{exception.HResult:X8})"),
    };

    private sealed class FolderInsteadOfFileException : IOException;

    private sealed class NotRegularException : IOException;

    private sealed class TooLargeException(int limit)
        : IOException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"is larger than {limit / (1024 * 1024)} MiB"));
}
