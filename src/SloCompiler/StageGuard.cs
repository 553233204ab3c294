using System.Collections.Immutable;
using SloCompiler.Diagnostics;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler;

/// <summary>Turns a bug in one stage into a finding, so that the other stages still report what they find.</summary>
internal sealed class StageGuard(DiagnosticBag diagnostics)
{
    /// <summary>The value of a stage; default if it threw.</summary>
    public T? Run<T>(string stage, Func<T> run)
    {
        try
        {
            return run();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Report(stage, exception);
            return default;
        }
    }

    /// <summary>Reports that a stage threw.</summary>
    public void Report(string stage, Exception exception) => diagnostics.Report(
        ProjectDiagnostics.InternalError,
        new SourceText(".", "").StartOfFile,
        $"The stage \"{stage}\" failed: {Describe(exception)}");

    // Without the path of the source file, which is that of the machine that built slo.
    private static string Describe(Exception exception)
    {
        var frame = exception.StackTrace?.Split('\n')[0].Split(" in ")[0].Trim() ?? "";
        return $"{exception.GetType().Name}: {exception.Message} {frame}".TrimEnd();
    }
}

/// <summary>Small help for immutable arrays.</summary>
internal static class ImmutableArrayExtensions
{
    /// <summary>The array, or an empty one in place of the default.</summary>
    public static ImmutableArray<T> OrEmpty<T>(this ImmutableArray<T> array) => array.IsDefault ? [] : array;
}
