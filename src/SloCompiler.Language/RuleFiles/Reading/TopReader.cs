using System.Collections.Immutable;
using SloCompiler.Language.RuleFiles.Dialects;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.RuleFiles.Reading;

/// <summary>Reads the mapping that holds <c>groups</c>: a plain document, or <c>spec</c> of an object.</summary>
internal static class TopReader
{
    /// <summary>The groups of a plain document.</summary>
    public static DocumentDraft ReadPlain(YamlDocument document, RuleReadContext context)
    {
        if (document.Root is YamlMapping mapping)
        {
            return new DocumentDraft(context, mapping, ReadGroups(mapping, context));
        }

        if (document.Root is null or YamlScalar { IsNull: true })
        {
            context.Report(RuleFileDiagnostics.NoRules, document.Root?.Span ?? document.Source.StartOfFile, "The file holds no rules.");
        }
        else
        {
            context.ReportKind(document.Root, "a mapping with `groups`");
        }

        return new DocumentDraft(context, null, []);
    }

    /// <summary>The groups of a mapping; its other keys are checked.</summary>
    public static ImmutableArray<GroupDraft> ReadGroups(YamlMapping mapping, RuleReadContext context)
    {
        ImmutableArray<GroupDraft> groups = [];
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key.Value == "groups")
            {
                groups = new GroupReader(context).ReadAll(entry.Value);
            }
            else
            {
                _ = FieldNames.Read(entry, RuleScope.File, mapping, context);
            }
        }

        return groups;
    }
}
