using System.IO.Compression;
using SloCompiler.Testing;

namespace SloCompiler.Packages.Tests;

/// <summary>The packages that <c>dotnet pack --output</c> made, in the folder that a variable names.</summary>
internal static class PackageFeed
{
    public const string Variable = "SLO_PACKAGES";

    private static readonly string? Given = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;

    /// <summary>Why tests of packages are skipped, or null where they must run.</summary>
    public static string? ReasonToSkip => ToolPresence.IsCi || Given is not null
        ? null
        : $"{Variable} names no folder; dotnet pack --output artifacts/packages fills one. CI runs this test.";

    /// <summary>Full path of the folder.</summary>
    public static string Folder => Path.GetFullPath(Given ?? "artifacts/packages", Repository.Root);

    /// <summary>Full path of the one package with this name.</summary>
    public static string PathOf(string id)
        => Directory.GetFiles(Folder, "*.nupkg").Single(f => string.Equals(IdOf(f), id, StringComparison.Ordinal));

    /// <summary>Names of all packages, by ordinal order.</summary>
    public static IReadOnlyList<string> Ids => [.. Directory.GetFiles(Folder, "*.nupkg").Select(IdOf).Order(StringComparer.Ordinal)];

    /// <summary>The version of the packages.</summary>
    public static string Version => Path.GetFileNameWithoutExtension(PathOf("SloCompiler"))["SloCompiler.".Length..];

    /// <summary>Copies the packages of the command under another version, as the next release would be.</summary>
    public static void CopyAs(string version, string folder)
    {
        foreach (var source in Directory.GetFiles(Folder, "SloCompiler*.nupkg").Where(f => IdOf(f) != "SloCompiler.Core"))
        {
            var target = Path.Combine(folder, $"{IdOf(source)}.{version}.nupkg");
            File.Copy(source, target);
            using var package = ZipFile.Open(target, ZipArchiveMode.Update);
            var entry = package.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal));
            using var stream = entry.Open();
            var manifest = new StreamReader(stream).ReadToEnd().Replace($"<version>{Version}<", $"<version>{version}<", StringComparison.Ordinal);
            stream.SetLength(0);
            using var writer = new StreamWriter(stream);
            writer.Write(manifest);
        }
    }

    // Versions begin with a digit, and no part of our names does.
    private static string IdOf(string path)
        => string.Join('.', Path.GetFileNameWithoutExtension(path).Split('.').TakeWhile(part => !char.IsAsciiDigit(part[0])));
}
