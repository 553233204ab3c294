using BenchmarkDotNet.Attributes;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;
using YamlDotNet.Core;

namespace SloCompiler.Benchmarks;

/// <summary>Reading a file of 1,000 rules: into nodes that know their places, and as YamlDotNet's events alone.</summary>
[MemoryDiagnoser]
public class YamlReading
{
    private readonly SourceText _file = new("all.rules.yml", RuleGenerator.FileOf(0, 1000));

    [Benchmark(Baseline = true)]
    public int Nodes() => YamlReader.Read(_file, new DiagnosticBag()).Length;

    [Benchmark]
    public int EventsOfYamlDotNet()
    {
        var parser = new Parser(new Scanner(new StringReader(_file.Content)));
        var events = 0;
        while (parser.MoveNext())
        {
            events++;
        }

        return events;
    }
}
