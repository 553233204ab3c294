using SloCompiler.Language.Reading;
using SloCompiler.Language.RuleFiles.Dialects;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.RuleFiles.Reading;

/// <summary>Checks the values of fields that only a dialect has.</summary>
internal static class ExtensionValue
{
    /// <summary>Reports a value that the field does not take; YAML's null is fine everywhere.</summary>
    public static void Check(YamlEntry entry, RuleDialectField field, RuleReadContext context)
    {
        if (entry.Value is YamlScalar { IsNull: true })
        {
            return;
        }

        switch (field.Kind)
        {
            case RuleValueKind.Text:
                _ = ValueReader.Text(entry, context);
                break;
            case RuleValueKind.Duration:
                _ = ValueReader.Duration(entry, context);
                break;
            case RuleValueKind.Number:
                _ = ValueReader.Limit(entry, context);
                break;
            case RuleValueKind.Boolean:
                Require(entry.Value is YamlScalar scalar && Scalars.BooleanOf(scalar.Value, hasOldBooleans: true) is not null, "`true` or `false`");
                break;
            case RuleValueKind.TextList:
                Require(entry.Value is YamlSequence texts && texts.Items.All(i => i is YamlScalar), "a list of texts");
                break;
            case RuleValueKind.List:
                Require(entry.Value is YamlSequence, "a list");
                break;
            case RuleValueKind.Mapping:
                Require(entry.Value is YamlMapping, "a mapping");
                break;
            case RuleValueKind.Word:
                CheckWord(entry, field, context);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(field));
        }

        void Require(bool isMet, string expected)
        {
            if (!isMet)
            {
                context.ReportKind(entry.Value, expected);
            }
        }
    }

    private static void CheckWord(YamlEntry entry, RuleDialectField field, RuleReadContext context)
    {
        if (entry.Value is not YamlScalar scalar)
        {
            context.ReportKind(entry.Value, "text");
        }
        else if (scalar.Value.Length > 0 && !field.Words.Contains(scalar.Value, StringComparer.OrdinalIgnoreCase))
        {
            var nearest = Spelling.Nearest(scalar.Value, field.Words);
            context.Report(
                RuleFileDiagnostics.WrongKind,
                scalar.Span,
                $"`{scalar.Value}` is not allowed here.",
                $"Write {string.Join(" or ", field.Words.Select(w => $"`{w}`"))}.",
                nearest is null ? null : Spelling.Replace(scalar, nearest));
        }
    }
}
