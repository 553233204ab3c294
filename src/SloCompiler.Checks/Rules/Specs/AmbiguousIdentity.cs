using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Specs;

/// <summary>Names that people take for the same.</summary>
public sealed class AmbiguousIdentity : ProjectLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO234", "ambiguous-identity", Severity.Warning,
        "Two services, or two objectives of a service, have names that differ only in dashes, or the same title.",
        "In an alert and on a dashboard nobody can tell which one is meant.",
        "Rename one of them.");

    /// <inheritdoc />
    public override string Documentation => SpecExamples.Of(
        "Case does not count. Names that differ in case only are an error of their own, and objectives that one list of percentiles gives are not compared.",
        bad: SpecExamples.Probes("", "name: log-in\nobjective: 99.9%", "name: login # <-\nobjective: 99%"),
        good: SpecExamples.Probes("", "name: log-in\nobjective: 99.9%", "name: sign-up\nobjective: 99%"));

    /// <inheritdoc />
    public override void Check(ProjectScope scope)
    {
        var services = scope.Project.Specs.Services;
        Compare("service", services.Select(s => new Identity(s.Name.Value, s.Title, s.Name.Span, s.Span)), scope);
        foreach (var service in services)
        {
            Compare("objective", service.Slos.Select(s => new Identity(s.Name.Value, s.Title, s.Name.Span, s.Span)), scope);
        }
    }

    private void Compare(string what, IEnumerable<Identity> identities, ProjectScope scope)
    {
        var names = new Dictionary<string, Identity>(StringComparer.OrdinalIgnoreCase);
        var titles = new Dictionary<string, Identity>(StringComparer.OrdinalIgnoreCase);
        foreach (var one in identities.OrderBy(i => i.Entry.Source.Path, StringComparer.Ordinal).ThenBy(i => i.Entry.Range.Start))
        {
            var plain = one.Name.Replace("-", "", StringComparison.Ordinal);
            if (!names.TryAdd(plain, one) && IsOther(names[plain], one))
            {
                Report(one, names[plain], $"The {what} `{one.Name}` is called nearly as `{names[plain].Name}`.", scope);
            }
            else if (!titles.TryAdd(one.Title, one) && IsOther(titles[one.Title], one))
            {
                Report(one, titles[one.Title], $"The {what} `{one.Name}` has the same title as `{titles[one.Title].Name}`.", scope);
            }
        }
    }

    private static bool IsOther(Identity first, Identity second)
        => first.Entry != second.Entry && !string.Equals(first.Name, second.Name, StringComparison.OrdinalIgnoreCase);

    private void Report(Identity one, Identity first, string message, ProjectScope scope) => scope.Report(new Diagnostic(Descriptor, one.Place, message)
    {
        Related = [new RelatedLocation(first.Place, "The other one.")],
    });

    private sealed record Identity(string Name, string Title, SourceSpan Place, SourceSpan Entry);
}
