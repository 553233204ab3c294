using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SloCompiler.Output;

namespace SloCompiler.Incremental;

/// <summary>A remembered run as bytes, the hash of which is at their end: what is cut, altered or of somebody else is not read.</summary>
internal static class RememberedRunFormat
{
    private const string Magic = "slo run 1";

    /// <summary>The bytes of a run.</summary>
    /// <param name="identity">What tells it from other runs.</param>
    /// <param name="run">The run.</param>
    public static byte[] Write(string identity, RememberedRun run)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(identity);
        writer.Write(run.ExitCode);
        writer.Write(run.Out);
        writer.Write(run.Error);
        writer.Write(run.Seen.Length);
        foreach (var seen in run.Seen)
        {
            writer.Write((int)seen.Question);
            writer.Write(seen.Path);
            writer.Write(seen.Limit);
            writer.Write(seen.Answer);
        }

        writer.Write(run.Output is not null);
        if (run.Output is { } output)
        {
            Write(writer, output);
        }

        writer.Flush();
        writer.Write(SHA256.HashData(memory.GetBuffer().AsSpan(0, (int)memory.Length)));
        writer.Flush();
        return memory.ToArray();
    }

    /// <summary>The run that bytes hold; null where they hold none, or another.</summary>
    public static RememberedRun? Read(string identity, byte[] bytes)
    {
        var length = bytes.Length - SHA256.HashSizeInBytes;
        if (length < 0 || !SHA256.HashData(bytes.AsSpan(0, length)).AsSpan().SequenceEqual(bytes.AsSpan(length)))
        {
            return null;
        }

        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, 0, length), Encoding.UTF8);
            return reader.ReadString() == Magic && reader.ReadString() == identity ? Read(reader) : null;
        }
        catch (Exception exception) when (exception is IOException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static RememberedRun Read(BinaryReader reader)
    {
        var exitCode = reader.ReadInt32();
        var (text, error) = (reader.ReadString(), reader.ReadString());
        var seen = ReadMany(reader, r => new Observation((Question)r.ReadInt32(), r.ReadString(), r.ReadInt32(), r.ReadString()));
        var output = reader.ReadBoolean() ? ReadOutput(reader) : null;
        return new RememberedRun { Seen = seen, Output = output, Out = text, Error = error, ExitCode = exitCode };
    }

    private static void Write(BinaryWriter writer, RememberedOutput output)
    {
        writer.Write(output.Target.Folder);
        writer.Write(output.Target.Display);
        writer.Write(output.Target.ProjectPath);
        writer.Write(output.Target.Boundary);
        writer.Write(output.Target.IsComplete);
        writer.Write(output.Files.Length);
        foreach (var file in output.Files)
        {
            writer.Write(file.Path);
            writer.Write(file.Hash);
        }
    }

    private static RememberedOutput ReadOutput(BinaryReader reader)
    {
        var target = new OutputTarget(reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadBoolean());
        return new RememberedOutput(target, ReadMany(reader, r => new RememberedFile(r.ReadString(), r.ReadString())));
    }

    private static ImmutableArray<T> ReadMany<T>(BinaryReader reader, Func<BinaryReader, T> readOne)
        where T : class
    {
        var count = reader.ReadInt32();
        var items = ImmutableArray.CreateBuilder<T>();
        for (var i = 0; i < count; i++)
        {
            items.Add(readOne(reader));
        }

        return items.ToImmutable();
    }
}
