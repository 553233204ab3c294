using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SloCompiler.Benchmarks;
using SloCompiler.Benchmarks.ServerCost;

switch (args)
{
    case ["generate", var count, var folder]:
        SpecGenerator.Write(folder, int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    case ["generate-sloth", var count, var folder]:
        SpecGenerator.WriteSloth(folder, int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    case ["micro", .. var rest]:
        // In this process: the library's own project generator does not know the newest runtimes.
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
        BenchmarkSwitcher.FromAssembly(typeof(PromQlParsing).Assembly).Run(
            [.. rest, .. rest.Length == 0 ? ["--filter", "*"] : Array.Empty<string>()],
            DefaultConfig.Instance.AddJob(job));
        return 0;
    case ["rules", var count, var folder]:
        RuleGenerator.Write(folder, int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    case ["promql"]:
        Throughput.Run(Console.Out);
        await Console.Out.WriteLineAsync();
        Extremes.Run(Console.Out);
        return 0;
    case ["server-cost", .. var rest] when rest.Length <= 3:
        int[] sizes = [.. rest.Select(text => int.Parse(text, CultureInfo.InvariantCulture)), .. ((int[])[200, 26, 6])[rest.Length..]];
        var (series, hours, minutes) = (sizes[0], sizes[1], sizes[2]);
        await ServerCostCommand.RunAsync(new SyntheticServices(10, 20, series), TimeSpan.FromHours(hours), TimeSpan.FromMinutes(minutes), Console.Out);
        return 0;
    case ["fuzz", .. var rest]:
        return FuzzCommand.Run(rest, Console.Out);
    default:
        await Console.Error.WriteLineAsync("usage: generate COUNT FOLDER | generate-sloth COUNT FOLDER | rules COUNT FOLDER | promql | server-cost [SERIES [HOURS [MINUTES]]] | fuzz [COUNT [FROM [SEED]]] | micro [BenchmarkDotNet options]");
        return 2;
}
