using System.Diagnostics.CodeAnalysis;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Project;

/// <summary>The number of a release: <c>2.42</c> or <c>2.42.0</c>.</summary>
internal sealed class ReleaseType : ScalarType<string>
{
    /// <summary>The only instance.</summary>
    public static ReleaseType Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "release";

    /// <inheritdoc />
    public override void WriteSchema(JsonSchemaWriter writer) => writer.WritePattern("^[0-9]+[.][0-9]+([.][0-9]+)?$", allowsNumber: true);

    /// <inheritdoc />
    protected override bool TryParse(YamlScalar scalar, ReadContext context, [MaybeNullWhen(false)] out string value)
    {
        value = scalar.Value;
        var parts = value.Split('.');
        if (parts.Length is 2 or 3 && parts.All(p => p.Length is > 0 and < 6 && p.All(char.IsAsciiDigit)))
        {
            return true;
        }

        context.Report(SpecDiagnostics.InvalidNumber, scalar.Span, $"`{value}` is not a release.", "Write it as `\"2.42\"`, in quotes.");
        return false;
    }
}
