using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.Reading;

/// <summary>Finds things with the same name, or with names that differ only in case.</summary>
internal static class Duplicates
{
    /// <summary>Reports every thing but the first of its name.</summary>
    public static void Report<T>(
        IEnumerable<T> things,
        Func<T, string> nameOf,
        Func<T, SourceSpan> spanOf,
        DiagnosticDescriptor descriptor,
        ReadContext context)
    {
        var seen = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var thing in things)
        {
            if (!seen.TryAdd(nameOf(thing), thing))
            {
                var first = seen[nameOf(thing)];
                context.Report(Describe(descriptor, nameOf(thing), spanOf(thing), nameOf(first), spanOf(first)));
            }
        }
    }

    /// <summary>The finding on a second thing.</summary>
    public static Diagnostic Describe(DiagnosticDescriptor descriptor, string name, SourceSpan span, string firstName, SourceSpan first)
    {
        var message = name == firstName ? $"`{name}` is defined twice." : $"`{name}` differs only in case from `{firstName}`.";
        return new Diagnostic(descriptor, span, message) { Related = [new RelatedLocation(first, "first defined here")] };
    }
}
