using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Packages.Tests;

public sealed class PackageContentTests
{
    private static readonly string[] Everywhere = ["SloCompiler", "SloCompiler.Core", "SloCompiler.Preview", "SloCompiler.any"];

    [PackageFact]
    public void There_is_one_package_per_system_a_portable_one_one_that_points_at_them_and_the_library()
    {
        var pointed = Settings(PackageFeed.PathOf("SloCompiler")).Descendants("RuntimeIdentifierPackage").Select(p => (string?)p.Attribute("Id") ?? "").ToList();
        Assert.Contains("SloCompiler.any", pointed);
        Assert.Contains("SloCompiler.linux-x64", pointed);
        Assert.Equal(pointed.Concat(Everywhere).Distinct().Order(StringComparer.Ordinal), PackageFeed.Ids);
    }

    [PackageFact]
    public void A_download_stays_small()
    {
        Assert.All(PackageFeed.Ids, id => Assert.InRange(new FileInfo(PackageFeed.PathOf(id)).Length, 1, MostBytes(id)));
        foreach (var id in PackageFeed.Ids.Where(id => id != "SloCompiler.Core"))
        {
            Assert.DoesNotContain(Entries(id), e => Path.GetExtension(e) is ".pdb" or ".xml" && e.StartsWith("tools/", StringComparison.Ordinal) && Path.GetFileName(e) != "DotnetToolSettings.xml");
        }
    }

    [PackageFact]
    public void Packages_of_a_system_are_compiled_ahead_of_time_and_the_portable_one_is_not()
    {
        foreach (var id in PackageFeed.Ids.Except(Everywhere))
        {
            Assert.True(IsCompiled(id, "slo.dll"), id);
            Assert.True(IsCompiled(id, "SloCompiler.Checks.dll"), id);
            Assert.False(IsCompiled(id, "Handlebars.dll"), id);
        }

        Assert.False(IsCompiled("SloCompiler.any", "slo.dll"));
    }

    [PackageFact]
    public void The_library_shows_one_assembly_and_carries_all_of_ours()
    {
        var entries = Entries("SloCompiler.Core");
        Assert.Equal(["ref/net10.0/SloCompiler.Core.dll", "ref/net10.0/SloCompiler.Core.xml"], entries.Where(e => e.StartsWith("ref/", StringComparison.Ordinal)));
        var carried = entries.Where(e => e.StartsWith("lib/net10.0/", StringComparison.Ordinal) && e.EndsWith(".dll", StringComparison.Ordinal)).Select(e => Path.GetFileNameWithoutExtension(e));
        Assert.Equal([.. Implementation().Append("SloCompiler.Core").Order(StringComparer.Ordinal)], carried.Order(StringComparer.Ordinal));
    }

    [PackageFact]
    public void The_library_declares_what_its_assemblies_need()
    {
        var needed = Implementation().SelectMany(p => Project(p).Descendants("PackageReference")).Where(r => r.Attribute("PrivateAssets") is null).Select(r => (string?)r.Attribute("Include"));
        var declared = Manifest("SloCompiler.Core").Descendants().Where(e => e.Name.LocalName == "dependency").Select(d => (string?)d.Attribute("id"));
        Assert.Equal(needed.Distinct().Order(StringComparer.Ordinal), declared.Order(StringComparer.Ordinal));
    }

    [PackageFact]
    public void Every_package_says_what_it_is_and_under_which_terms()
    {
        foreach (var id in PackageFeed.Ids)
        {
            var metadata = Manifest(id).Descendants().Where(e => !e.HasElements).ToLookup(e => e.Name.LocalName, e => e.Value);
            Assert.Equal(id, metadata["id"].Single());
            Assert.Equal(PackageFeed.Version, metadata["version"].Single());
            Assert.Equal("Apache-2.0", metadata["license"].Single());
            Assert.True(metadata["description"].Single().Length > 30, id);
            Assert.Contains(metadata["readme"].Single(), Entries(id));
        }
    }

    // Compiled ahead of time, an assembly is 2.3 times its size.
    private static long MostBytes(string id) => id switch
    {
        "SloCompiler" => 10_000,
        "SloCompiler.Core" => 2_000_000,
        "SloCompiler.any" => 2_500_000,
        _ => 6_000_000,
    };

    private static SortedSet<string> Implementation()
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>(["SloCompiler"]);
        while (pending.TryPop(out var project))
        {
            if (found.Add(project))
            {
                Project(project).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension((string?)r.Attribute("Include") ?? "")).ToList().ForEach(pending.Push);
            }
        }

        return found;
    }

    private static XDocument Project(string name) => XDocument.Load(Repository.PathOf($"src/{name}/{name}.csproj"));

    private static List<string> Entries(string id)
    {
        using var package = ZipFile.OpenRead(PackageFeed.PathOf(id));
        return [.. package.Entries.Select(e => e.FullName)];
    }

    private static XDocument Manifest(string id) => Xml(PackageFeed.PathOf(id), ".nuspec");

    private static XDocument Settings(string path) => Xml(path, "DotnetToolSettings.xml");

    private static XDocument Xml(string path, string ending)
    {
        using var package = ZipFile.OpenRead(path);
        using var stream = package.Entries.Single(e => e.FullName.EndsWith(ending, StringComparison.Ordinal)).Open();
        return XDocument.Load(stream);
    }

    private static bool IsCompiled(string id, string assembly)
    {
        using var package = ZipFile.OpenRead(PackageFeed.PathOf(id));
        using var stream = package.Entries.Single(e => e.Name == assembly).Open();
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        bytes.Position = 0;
        using var reader = new PEReader(bytes);
        return reader.PEHeaders.CorHeader?.ManagedNativeHeaderDirectory.Size > 0;
    }
}
