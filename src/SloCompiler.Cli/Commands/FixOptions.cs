using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SloCompiler.Checking;
using SloCompiler.Cli.Rendering;
using SloCompiler.Files;
using SloCompiler.Fixing;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Commands;

/// <summary>The options of <c>slo check</c> that repair.</summary>
internal sealed class FixOptions
{
    private readonly Option<bool> _fix = new("--fix") { Description = "Apply the fixes that keep the meaning, then report what is left." };
    private readonly Option<bool> _unsafe = new("--unsafe") { Description = "With --fix or --diff: the fixes that a person should look at as well." };
    private readonly Option<bool> _diff = new("--diff") { Description = "Write nothing; show what --fix would change, and exit 1 if anything." };

    /// <summary>Gives the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_fix);
        command.Add(_unsafe);
        command.Add(_diff);
        command.Validators.Add(RefuseMisuse);
    }

    /// <summary>Whether nothing is to be repaired.</summary>
    public bool AreOff(CommandResult result) => !result.GetValue(_fix) && !result.GetValue(_diff);

    /// <summary>Whether the changes are shown only.</summary>
    public bool IsDiff(ParseResult parsed) => parsed.GetValue(_diff);

    /// <summary>Whether files are to be written.</summary>
    public bool Writes(CommandResult result) => result.GetValue(_fix) && !result.GetValue(_diff);

    /// <summary>Checks and fixes, and writes the files unless only the differences are wanted.</summary>
    /// <param name="files">The files.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="checkOf">Makes the check of some files.</param>
    /// <param name="request">The check.</param>
    public FixResult Run(IFileSystem files, ParseResult parsed, Func<IFileSystem, CheckRun> checkOf, CheckRequest request)
    {
        var result = FixRunner.Run(files, checkOf, request, parsed.GetValue(_unsafe) ? FixSafety.Unsafe : FixSafety.Safe);
        if (IsDiff(parsed))
        {
            return result;
        }

        var problems = new DiagnosticBag();
        var written = FixWriter.Write(result, files, problems);
        var findings = result.Check.Diagnostics.AddRange(problems.ToImmutable());
        return result with { Files = written, Check = result.Check with { Diagnostics = [.. findings.Order(DiagnosticOrder.Instance)] } };
    }

    /// <summary>Shows the differences, and says what was done.</summary>
    public void Report(CliServices services, ParseResult parsed, FixResult result)
    {
        var isDiff = IsDiff(parsed);
        foreach (var file in isDiff ? result.Files : [])
        {
            new FormatReport(services.Terminal.HasColor).WriteDiff(services.Terminal.Out, result.Check.Project.ToDisplay(file.Path), file, "fixed");
        }

        foreach (var refusal in result.Refusals)
        {
            services.Terminal.Error.Write($"{DisplayText.OneLine(result.Check.Project.ToDisplay(refusal.Path))} is not fixed: {DisplayText.Sentence(refusal.Reason)}\n");
        }

        services.Terminal.Notes.Write(Summary(result, isDiff));
    }

    private static string Summary(FixResult result, bool isDiff)
    {
        var left = result.Check.Diagnostics.Count(d => d.Fix is { Safety: FixSafety.Unsafe });
        var more = left == 0 ? "" : $" {Count(left, "fix", "fixes")} left for --unsafe.";
        var verb = isDiff ? "would be applied" : "applied";
        return $"{Count(result.Applied, "fix", "fixes")} {verb} in {Count(result.Files.Length, "file", "files")}.{more}\n";
    }

    private static string Count(int number, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");

    private void RefuseMisuse(CommandResult result)
    {
        if (result.GetValue(_unsafe) && !result.GetValue(_fix) && !result.GetValue(_diff))
        {
            result.AddError("--unsafe goes with --fix or --diff.");
        }
    }
}
