using System.Text;
using SloCompiler.BackEnds;
using SloCompiler.Checks;
using SloCompiler.Files;
using SloCompiler.Language.Project;
using SloCompiler.Lowering;
using SloCompiler.Plan;
using SloCompiler.PromQL.Parsing;

namespace SloCompiler.Incremental;

/// <summary>What tells one run from another before any file is looked at.</summary>
public static class RunIdentity
{
    // A build of its own for every change of the source, also where the version stays.
    private static readonly Type[] Parts =
    [
        typeof(Text.SourceText), typeof(PromQlParser), typeof(ProjectConfig), typeof(CompilationPlan), typeof(SpecLowering), typeof(RuleCatalog),
        typeof(BackEndCatalog), typeof(RunIdentity),
    ];

    /// <summary>The identity: the program, the folder, the day, and how it was called.</summary>
    /// <param name="caller">A type of the calling program.</param>
    /// <param name="files">Knows the working folder.</param>
    /// <param name="clock">Knows the day, by UTC, up to which suppressions hold.</param>
    /// <param name="call">The command line, and whatever else changes what is printed.</param>
    public static string Of(Type caller, IFileSystem files, TimeProvider clock, IEnumerable<string> call)
    {
        var text = new StringBuilder();
        foreach (var part in Parts)
        {
            Append(text, part.Module.ModuleVersionId.ToString());
        }

        Append(text, caller.Module.ModuleVersionId.ToString());
        Append(text, Environment.Version.ToString());
        Append(text, files.WorkingFolder);
        Append(text, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).ToString("o", System.Globalization.CultureInfo.InvariantCulture));
        foreach (var word in call)
        {
            Append(text, word);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string word) => text.Append(word).Append('\0');
}
