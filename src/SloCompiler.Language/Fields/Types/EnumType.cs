using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Fields.Types;

/// <summary>One of a few words, each with a meaning.</summary>
internal sealed class EnumType<T>(params ImmutableArray<(string Word, T Value)> words) : ScalarType<T>
{
    /// <inheritdoc />
    public override string Name => words is [var only]
        ? $"`{only.Word}`"
        : "one of " + string.Join(", ", words.Select(w => $"`{w.Word}`"));

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer) => writer.WriteEnum(words.Select(w => w.Word));

    /// <inheritdoc />
    protected override bool TryParse(YamlScalar scalar, ReadContext context, [MaybeNullWhen(false)] out T value)
    {
        foreach (var (word, meaning) in words)
        {
            if (word == scalar.Value)
            {
                value = meaning;
                return true;
            }
        }

        value = default;
        var nearest = Spelling.Nearest(scalar.Value, words.Select(w => w.Word));
        context.Report(
            SpecDiagnostics.UnknownValue,
            scalar.Span,
            nearest is null ? $"`{scalar.Value}` is not allowed here." : $"`{scalar.Value}` is not allowed here; did you mean `{nearest}`?",
            $"Write {Name}.",
            nearest is null ? null : Spelling.Replace(scalar, nearest));
        return false;
    }
}
