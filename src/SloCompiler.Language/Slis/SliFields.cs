using SloCompiler.Language.Fields;

namespace SloCompiler.Language.Slis;

/// <summary>The block that chooses and describes an indicator.</summary>
internal static class SliFields
{
    private static readonly Shape Shape = new(
        "sli",
        "Indicator",
        "Exactly one key, which chooses the kind of indicator.",
        [.. SliKindCatalog.All.Select(k => k.Field)])
    {
        Choices = [new Choice([.. SliKindCatalog.All.Select(k => k.Field)], IsRequired: true)],
    };

    /// <summary>The block.</summary>
    public static FieldType<Sli> Type { get; } = new ShapeType<Sli>(Shape, Read);

    private static Sli? Read(FieldReader fields)
    {
        var written = SliKindCatalog.All.Where(k => fields.Find(k.Field) is not null).ToList();
        var read = written.Select(k => fields.Get(k.Field)).ToList();
        return read is [var only] ? only : null;
    }
}
