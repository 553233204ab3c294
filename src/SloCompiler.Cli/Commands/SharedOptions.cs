using System.CommandLine;

namespace SloCompiler.Cli.Commands;

/// <summary>Options that several commands have, so that they read the same everywhere.</summary>
internal static class SharedOptions
{
    /// <summary>Specs and folders.</summary>
    public static Argument<string[]> Paths() => new("PATHS")
    {
        Description = "Spec files, or folders of *.slo.yaml files. Without any: the specs of the project, as slo.yaml finds them.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>Number of threads.</summary>
    public static Option<int?> Threads()
    {
        var option = new Option<int?>("--threads")
        {
            Description = "Most threads at once; never changes the result. Default: one per processor.",
            HelpName = "N",
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
            {
                result.AddError("--threads takes a number from 1.");
            }
        });
        return option;
    }
}
