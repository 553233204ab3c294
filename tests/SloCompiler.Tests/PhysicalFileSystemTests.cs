using System.Diagnostics;
using System.Text;
using SloCompiler.Files;
using SloCompiler.Testing;
using SloCompiler.Text.Paths;
using Xunit;

namespace SloCompiler.Tests;

public sealed class PhysicalFileSystemTests
{
    private readonly PhysicalFileSystem _files = new();

    [Fact]
    public void Problems_come_back_as_values()
    {
        using var folder = new TempFolder();
        folder.Write("file", "12345");
        Assert.Equal(FileProblemKind.NotFound, _files.Read(folder.PathOf("missing"), 10).Problem?.Kind);
        Assert.Equal(FileProblemKind.IsFolder, _files.Read(folder.FullPath, 10).Problem?.Kind);
        Assert.Equal(FileProblemKind.TooLarge, _files.Read(folder.PathOf("file"), 4).Problem?.Kind);
        Assert.NotNull(_files.Read("a\0b", 10).Problem);
        Assert.NotNull(_files.Write(folder.PathOf("file/below"), "x"u8));
        Assert.Null(_files.Delete(folder.PathOf("missing")));
    }

    [Fact]
    public void A_named_pipe_is_refused_at_once()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TempFolder();
        using (var maker = Process.Start("mkfifo", folder.PathOf("pipe")))
        {
            maker.WaitForExit();
        }

        Assert.Equal("is not a regular file", _files.Read(folder.PathOf("pipe"), 10).Problem?.Message);
        folder.Write("empty", "");
        Assert.Equal(0, _files.Read(folder.PathOf("empty"), 10).Value?.Length);
    }

    [Fact]
    public void Writing_replaces_a_file_makes_its_folders_and_keeps_its_mode()
    {
        using var folder = new TempFolder();
        var path = folder.PathOf("a/b/file.txt");
        Assert.Null(_files.Write(path, "one"u8));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            Assert.Null(_files.Write(path, "two"u8));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(path));
        }

        Assert.Equal(["a/b/file.txt"], folder.Files());
    }

    [Fact]
    public void Only_leftovers_of_dead_writers_are_swept()
    {
        using var folder = new TempFolder();
        folder.Write(".dead.txt.x.slo-tmp", "half");
        folder.Write("kept.txt", "whole");
        using (new FileStream(folder.PathOf(".alive.txt.y.slo-tmp"), FileMode.Create, FileAccess.Write, FileShare.None))
        {
            _files.SweepLeftovers(folder.FullPath);
            Assert.Equal([".alive.txt.y.slo-tmp", "kept.txt"], folder.Files());
        }
    }

    [Fact]
    public void Searching_follows_no_links_to_folders_and_skips_hidden_ones()
    {
        using var folder = new TempFolder();
        folder.Write("a/x.yaml", "");
        folder.Write(".hidden/y.yaml", "");
        Directory.CreateSymbolicLink(folder.PathOf("a/loop"), folder.FullPath);
        var found = new FileFinder(_files).FindMatches(PathText.Normalize(folder.FullPath), ["**/*.yaml"]);
        Assert.Equal(["a/x.yaml"], found.AsEnumerable());
    }

    [Fact]
    public void A_project_is_found_upwards_but_not_outside_its_repository()
    {
        using var folder = new TempFolder();
        folder.Write("slo.yaml", "");
        folder.Write("specs/deep/a.slo.yaml", "");
        folder.Write("repository/.git/HEAD", "");
        folder.Write("repository/b.slo.yaml", "");
        var files = new FolderFiles(folder);
        Assert.Equal(files.WorkingFolder, Input.ProjectLocator.Locate(files, ["specs/deep/a.slo.yaml"]).Root);
        Assert.Equal("slo.yaml", Input.ProjectLocator.Locate(files, ["specs"]).ConfigPath);
        Assert.Null(Input.ProjectLocator.Locate(files, ["repository/b.slo.yaml"]).ConfigPath);
    }

    [Fact]
    public void What_a_reader_sees_while_files_are_replaced_is_always_whole()
    {
        using var folder = new TempFolder();
        var path = folder.PathOf("file");
        var (a, b) = (Encoding.UTF8.GetBytes(new string('a', 200_000)), Encoding.UTF8.GetBytes(new string('b', 100_000)));
        _files.Write(path, a);
        var writer = Task.Run(() =>
        {
            for (var i = 0; i < 40; i++)
            {
                _files.Write(path, i % 2 == 0 ? b : a);
            }
        });
        while (!writer.IsCompleted)
        {
            var seen = _files.Read(path, 1_000_000).Value ?? [];
            Assert.True(seen.AsSpan().SequenceEqual(a) || seen.AsSpan().SequenceEqual(b));
        }
    }
}
