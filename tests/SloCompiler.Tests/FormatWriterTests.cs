using SloCompiler.Files;
using SloCompiler.Formatting;
using SloCompiler.Testing;
using SloCompiler.Text.Diagnostics;
using Xunit;

namespace SloCompiler.Tests;

public sealed class FormatWriterTests
{
    private const string Rules = "groups:\n- name: g\n  rules:\n  - record: r\n    expr: sum( up )\n";

    [Fact]
    public void Only_what_changes_is_written()
    {
        using var folder = new TempFolder();
        folder.Write("a.yml", Rules);
        folder.Write("b.yml", "groups: []\n");
        var files = new FolderFiles(folder);
        var result = FormatRunner.Run(new FormatRequest { Paths = ["a.yml", "b.yml"] }, files);
        var written = FormatWriter.Write(result, files, new DiagnosticBag());
        Assert.Equal(["a.yml"], written.Select(f => f.Path));
        Assert.Contains("expr: sum(up)", folder.Read("a.yml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_vanished_is_not_made_again()
        => Refuses("does not exist", folder => File.Delete(folder.PathOf("a.yml")));

    [Fact]
    public void A_file_that_somebody_changed_meanwhile_is_left_to_them()
        => Refuses("changed meanwhile", folder => folder.Write("a.yml", "groups: []\n"));

    [Fact]
    public void A_link_is_not_replaced_by_a_file() => Refuses("symbolic link", folder =>
    {
        File.Move(folder.PathOf("a.yml"), folder.PathOf("real.yml"));
        File.CreateSymbolicLink(folder.PathOf("a.yml"), folder.PathOf("real.yml"));
    });

    [Fact]
    public void A_folder_that_may_not_be_written_to_is_reported()
    {
        using var folder = new TempFolder();
        folder.Write("a.yml", Rules);
        var result = FormatRunner.Run(new FormatRequest { Paths = ["a.yml"] }, new FolderFiles(folder));
        var diagnostics = new DiagnosticBag();
        Assert.Empty(FormatWriter.Write(result, new ReadOnlyFiles(new FolderFiles(folder)), diagnostics));
        Assert.Contains("permission denied", Assert.Single(diagnostics.ToImmutable()).Message, StringComparison.Ordinal);
        Assert.Equal(Rules, folder.Read("a.yml"));
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads()
    {
        using var folder = new TempFolder();
        for (var i = 0; i < 20; i++)
        {
            folder.Write($"{i}.yml", Rules.Replace("sum( up )", i % 3 == 0 ? "sum(" : $"sum( up{i} )", StringComparison.Ordinal));
        }

        var files = new FolderFiles(folder);
        var one = FormatRunner.Run(new FormatRequest { Paths = ["."], Threads = 1 }, files);
        var many = FormatRunner.Run(new FormatRequest { Paths = ["."], Threads = 8 }, files);
        Assert.Equal(one.Files.Select(f => (f.Path, f.NewText)), many.Files.Select(f => (f.Path, f.NewText)));
        Assert.Equal(one.Diagnostics.Select(d => (d.Span.Source.Path, d.Message)), many.Diagnostics.Select(d => (d.Span.Source.Path, d.Message)));
    }

    private static void Refuses(string reason, Action<TempFolder> meanwhile)
    {
        using var folder = new TempFolder();
        folder.Write("a.yml", Rules);
        var files = new FolderFiles(folder);
        var result = FormatRunner.Run(new FormatRequest { Paths = ["a.yml"] }, files);
        meanwhile(folder);
        var before = folder.Files().Select(f => (f, folder.Read(f))).ToList();
        var diagnostics = new DiagnosticBag();
        Assert.Empty(FormatWriter.Write(result, files, diagnostics));
        Assert.Contains(reason, Assert.Single(diagnostics.ToImmutable()).Message, StringComparison.Ordinal);
        Assert.Equal(before, folder.Files().Select(f => (f, folder.Read(f))));
    }

    private sealed class ReadOnlyFiles(IFileSystem inner) : IFileSystem
    {
        public string WorkingFolder => inner.WorkingFolder;

        public FileKind GetKind(string path) => inner.GetKind(path);

        public bool IsLink(string path) => inner.IsLink(path);

        public string? LinkTarget(string path) => inner.LinkTarget(path);

        public FileOutcome<byte[]> Read(string path, int limit) => inner.Read(path, limit);

        public FileOutcome<IReadOnlyList<FolderEntry>> List(string folder) => inner.List(folder);

        public FileProblem? Write(string path, ReadOnlySpan<byte> content)
            => new(FileProblemKind.AccessDenied, "may not be accessed: permission denied");

        public FileProblem? Delete(string path) => inner.Delete(path);

        public void SweepLeftovers(string folder) => inner.SweepLeftovers(folder);
    }
}
