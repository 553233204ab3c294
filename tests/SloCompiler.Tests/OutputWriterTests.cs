using System.Buffers;
using SloCompiler.BackEnds;
using SloCompiler.Files;
using SloCompiler.Input;
using SloCompiler.Output;
using SloCompiler.Testing;
using SloCompiler.Text.Paths;
using Xunit;

namespace SloCompiler.Tests;

public sealed class OutputWriterTests
{
    [Fact]
    public void Files_are_put_in_their_places_when_all_are_whole()
    {
        using var folder = new TempFolder();
        var seen = -1;
        var report = Write(
            folder,
            new OutputFile("a/one.yml", "one\n"),
            new OutputFile("a/two.yml", buffer =>
            {
                seen = folder.Files().Count(f => f.EndsWith("one.yml", StringComparison.Ordinal));
                buffer.Write("two\n"u8);
            }));
        Assert.Empty(report.Diagnostics);
        Assert.Equal(0, seen);
        Assert.Equal(["out/a/one.yml", "out/a/two.yml"], folder.Files());
    }

    [Fact]
    public void Each_content_is_made_once()
    {
        using var folder = new TempFolder();
        var made = 0;
        Write(folder, new OutputFile("one.yml", buffer =>
        {
            made++;
            buffer.Write("one\n"u8);
        }));
        Assert.Equal(1, made);
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_all_others_as_they_were()
    {
        using var folder = new TempFolder();
        folder.Write("out/a.yml", "old");
        folder.Write("out/b.yml/in-the-way", "");
        var report = Write(folder, new OutputFile("a.yml", "new"), new OutputFile("b.yml", "new"), new OutputFile("c.yml", "new"));
        Assert.Equal("out/b.yml is a folder, not a file.", Assert.Single(report.Diagnostics).Message);
        Assert.Empty(report.Changes);
        Assert.Equal(["out/a.yml", "out/b.yml/in-the-way"], folder.Files());
        Assert.Equal("old", folder.Read("out/a.yml"));
    }

    [Fact]
    public void A_bug_in_the_making_of_a_file_is_a_finding_and_nothing_is_written()
    {
        using var folder = new TempFolder();
        var report = Write(folder, new OutputFile("a.yml", "new"), new OutputFile("b.yml", _ => throw new InvalidOperationException("no such thing")));
        Assert.Contains("no such thing", Assert.Single(report.Diagnostics).Message, StringComparison.Ordinal);
        Assert.Empty(folder.Files());
    }

    [Fact]
    public void What_is_right_already_is_not_written_again()
    {
        using var folder = new TempFolder();
        var big = new string('x', 300_000);
        folder.Write("out/big.yml", big);
        folder.Write("out/other.yml", big[1..] + "y");
        var report = Write(folder, new OutputFile("big.yml", big), new OutputFile("other.yml", big));
        Assert.Equal("other.yml", Assert.Single(report.Changes).Path);
        Assert.Equal(1, report.Unchanged);
        Assert.Equal(big, folder.Read("out/other.yml"));
    }

    [Fact]
    public void A_sweep_spares_the_files_of_a_living_batch()
    {
        using var folder = new TempFolder();
        var files = new PhysicalFileSystem();
        using (var batch = files.BeginBatch())
        {
            Assert.Null(batch.Stage(folder.PathOf("one"), "1"u8));
            files.SweepLeftovers(folder.FullPath);
            Assert.Null(batch.Flush());
            Assert.Null(batch.Commit(folder.PathOf("one")));
        }

        Assert.Equal(["one"], folder.Files());
    }

    [Fact]
    public void A_sweep_removes_the_files_of_a_dead_batch()
    {
        using var folder = new TempFolder();
        folder.Write(".abc.slo-tmp", "");
        folder.Write(".one.abc.slo-tmp", "half");
        new PhysicalFileSystem().SweepLeftovers(folder.FullPath);
        Assert.Empty(folder.Files());
    }

    [Fact]
    public void A_batch_that_is_given_up_leaves_nothing()
    {
        using var folder = new TempFolder();
        folder.Write("one", "old");
        using (var batch = new PhysicalFileSystem().BeginBatch())
        {
            Assert.Null(batch.Stage(folder.PathOf("one"), "new"u8));
            Assert.Null(batch.Stage(folder.PathOf("below/two"), "new"u8));
        }

        Assert.Equal(["one"], folder.Files());
        Assert.Equal("old", folder.Read("one"));
    }

    private static OutputReport Write(TempFolder folder, params OutputFile[] outputs)
    {
        var root = PathText.Normalize(folder.FullPath);
        var output = PathText.Combine(root, "out");
        var result = new CompilationResult
        {
            Project = new ProjectLocation(root, root, null),
            Files = [.. outputs],
            Target = new OutputTarget(output, "out", "out", root, IsComplete: false),
            Diagnostics = [],
            Summary = new CompilationSummary(0, 0, 0, 0, 0, TimeSpan.Zero),
        };
        return OutputWriter.Write(result, new FolderFiles(folder), threads: 1);
    }
}
