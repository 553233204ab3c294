using System.Diagnostics;
using System.Globalization;
using SloCompiler.Fuzzing;

namespace SloCompiler.Benchmarks;

/// <summary>
/// Tries many mutated inputs and says what was found. An input that takes long is printed; one that ends the process is behind the last
/// line of progress, and a run from there with steps of one names it.
/// </summary>
internal static class FuzzCommand
{
    private const int DefaultSeed = 1;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    public static int Run(string[] arguments, TextWriter output)
    {
        var count = NumberAt(arguments, 0, 1_000_000);
        var from = NumberAt(arguments, 1, 0);
        var fuzzer = new Fuzzer((int)NumberAt(arguments, 2, DefaultSeed));
        var step = Math.Max(1, count / 100);
        var watch = Stopwatch.StartNew();
        long current = from;
        var said = -1L;
        using var watchdog = new Timer(_ => said = SayIfSame(output, fuzzer, Volatile.Read(ref current), said), null, Long, Long);
        var report = fuzzer.Run(from, count, index =>
        {
            Volatile.Write(ref current, index);
            Say(output, index, from, step, watch);
        });
        foreach (var finding in report.Findings)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"#{finding.Index} {finding.Target}: {finding.Problem}\n<<<{finding.Text}>>>"));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Inputs} inputs in {watch.Elapsed.TotalSeconds:F0} s, {report.Findings.Length} findings; slowest {report.Slowest.TotalMilliseconds:F0} ms (#{report.SlowestIndex}), most memory {report.MostBytes >> 10} KiB (#{report.MostBytesIndex}), peak {Environment.WorkingSet >> 20} MiB"));
        return report.Findings.IsEmpty ? 0 : 1;
    }

    private static void Say(TextWriter output, long index, long from, long step, Stopwatch watch)
    {
        if ((index - from) % step == 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"at #{index} after {watch.Elapsed.TotalSeconds:F0} s, {Environment.WorkingSet >> 20} MiB"));
            output.Flush();
        }
    }

    private static long SayIfSame(TextWriter output, Fuzzer fuzzer, long index, long before)
    {
        if (index == before)
        {
            var (target, text) = fuzzer.InputAt(index);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"#{index} {target.Name} takes long\n<<<{text}>>>"));
            output.Flush();
        }

        return index;
    }

    private static long NumberAt(string[] arguments, int index, long byDefault)
        => index < arguments.Length ? long.Parse(arguments[index], CultureInfo.InvariantCulture) : byDefault;
}
