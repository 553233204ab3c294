using SloCompiler.Language.Reading;
using SloCompiler.Language.RuleFiles.Dialects;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.RuleFiles.Reading;

/// <summary>Keys that the reader does not know itself: fields of the dialect, and everything that is reported.</summary>
internal static class FieldNames
{
    /// <summary>Checks the field of a dialect; reports a key that no field has.</summary>
    /// <returns>The field, or null; and the known name that an unknown one was probably meant to be.</returns>
    public static (RuleExtension? Extension, string? Meant) Read(YamlEntry entry, RuleScope scope, YamlMapping mapping, RuleReadContext context)
    {
        if (ValueReader.IsSkipped(entry.Key, context))
        {
            return (null, null);
        }

        if (FieldOf(entry.Key.Value, scope, context) is { } field)
        {
            ExtensionValue.Check(entry, field, context);
            return (new RuleExtension(entry.Key, entry.Value), null);
        }

        return (null, Report(entry.Key, scope, mapping, context));
    }

    private static RuleDialectField? FieldOf(string name, RuleScope scope, RuleReadContext context)
    {
        var strategy = RuleDialects.PartialResponseStrategy;
        var isOfOperator = context.Kind == RuleDocumentKind.PrometheusRule && scope == strategy.Scope && name == strategy.Name;
        return isOfOperator ? strategy : context.Dialect.Find(scope, name);
    }

    private static string? Report(YamlScalar key, RuleScope scope, YamlMapping mapping, RuleReadContext context)
    {
        var name = key.Value;
        var owners = RuleDialects.All.Where(d => d.Find(scope, name) is not null).ToList();
        if (owners.Count > 0)
        {
            context.Report(
                RuleFileDiagnostics.ForeignField,
                key.Span,
                $"`{name}` is a field of {string.Join(" and ", owners.Select(o => o.Title))}, not of {context.Dialect.Title}.",
                $"If the rules are for {owners[0].Title}, set `dialect: {owners[0].Name}` in slo.yaml; otherwise take the field out.");
            return null;
        }

        var known = context.Dialect.NamesOf(scope).ToList();
        var help = $"Fields of {InWords(scope)}: {string.Join(", ", known.Select(n => $"`{n}`"))}.";
        if (ScopeOf(name, scope, context.Dialect) is { } other)
        {
            context.Report(RuleFileDiagnostics.UnknownField, key.Span, $"`{name}` is a field of {InWords(other)}, not of {InWords(scope)}.", help);
            return null;
        }

        var nearest = Spelling.Nearest(name, known.Where(n => mapping.Find(n) is null));
        context.Report(
            RuleFileDiagnostics.UnknownField,
            key.Span,
            nearest is null ? $"Unknown field `{name}`." : $"Unknown field `{name}`; did you mean `{nearest}`?",
            help,
            nearest is null ? null : Spelling.Replace(key, nearest));
        return nearest;
    }

    private static RuleScope? ScopeOf(string name, RuleScope not, RuleDialect dialect)
    {
        foreach (var scope in new[] { RuleScope.File, RuleScope.Group, RuleScope.Rule })
        {
            if (scope != not && dialect.Find(scope, name) is not null)
            {
                return scope;
            }
        }

        return null;
    }

    private static string InWords(RuleScope scope) => scope switch
    {
        RuleScope.File => "the whole file",
        RuleScope.Group => "a group",
        RuleScope.Rule => "a rule",
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };
}
