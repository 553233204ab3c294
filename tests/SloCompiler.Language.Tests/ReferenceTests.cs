using SloCompiler.Language.Fields;
using SloCompiler.Language.Project;
using SloCompiler.Language.Reading;
using SloCompiler.Language.Schema;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Tests;

public sealed class ReferenceTests
{
    public static TheoryData<string> FieldNames => [.. AllFields().Select(f => f.Id)];

    [Theory]
    [MemberData(nameof(FieldNames))]
    public void The_example_of_a_field_is_accepted(string id)
    {
        var (_, shape, field) = AllFields().Single(f => f.Id == id);
        var bag = new DiagnosticBag();
        var node = YamlReader.Read(new SourceText("x", $"{field.Name}: {field.Example}\n"), bag).Single().Root;
        var context = new ReadContext(bag, id.StartsWith("spec ", StringComparison.Ordinal) ? Fixtures.Config : ProjectConfig.Default, Fixtures.Catalogue);

        Assert.True(field.IsAccepted(Assert.IsType<YamlMapping>(node).Entries.Single().Value, context));
        Assert.Equal([], bag.ToImmutable().Select(d => d.Message));
        Assert.NotEqual("", shape.Doc);
    }

    [Theory]
    [MemberData(nameof(FieldNames))]
    public void A_field_has_a_documentation_that_ends_with_a_full_stop(string id)
        => Assert.EndsWith(".", AllFields().Single(f => f.Id == id).Field.Doc, StringComparison.Ordinal);

    [Fact]
    public void Names_of_shapes_and_headings_are_unique()
    {
        foreach (var (_, root) in SchemaCatalog.Roots)
        {
            var shapes = Walk(root, []).ToList();
            Assert.Equal(shapes.Count, shapes.Select(s => s.Name).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(shapes.Count, shapes.Select(s => s.Title).Distinct(StringComparer.Ordinal).Count());
        }
    }

    private static IEnumerable<(string Id, Shape Shape, Field Field)> AllFields()
        => SchemaCatalog.Roots.SelectMany(r => Walk(r.Shape, []).SelectMany(s => s.Fields.Select(f => ($"{r.Name} {s.Name}.{f.Name}", s, f))));

    private static IEnumerable<Shape> Walk(Shape shape, HashSet<Shape> seen)
        => seen.Add(shape) ? shape.Fields.SelectMany(f => f.Type.Shapes).SelectMany(s => Walk(s, seen)).Prepend(shape) : [];
}
