using System.Text;
using SloCompiler.Language.Fields;

namespace SloCompiler.Language.Schema;

/// <summary>The reference pages of the files that people write, as Markdown; the same descriptions feed reader and schema.</summary>
public static class ReferencePages
{
    /// <summary>A page, ending with a line break; null for a name that is not one of <see cref="SchemaCatalog.Names"/>.</summary>
    public static string? Write(string name) => Write(name, null);

    /// <summary>A page with a description of the settings of the linter.</summary>
    internal static string? Write(string name, FieldType? lint) => SchemaCatalog.RootOf(name, lint) is { } root ? WritePage(root) : null;

    private static string WritePage(Shape root)
    {
        var page = new StringBuilder();
        page.Append("<!-- Written by the tests from src/SloCompiler.Language; SLO_ACCEPT_GOLDENS=1 dotnet test tests/SloCompiler.Tests -->\n");
        foreach (var (shape, level) in Walk(root))
        {
            WriteShape(page, shape, level);
        }

        return page.ToString();
    }

    /// <summary>The shapes in reading order: each where it is first used.</summary>
    private static IEnumerable<(Shape Shape, int Level)> Walk(Shape root)
    {
        var seen = new HashSet<Shape> { root };
        var open = new Stack<Shape>([root]);
        while (open.TryPop(out var shape))
        {
            yield return (shape, shape == root ? 1 : 2);
            foreach (var inner in shape.Fields.SelectMany(f => f.Type.Shapes).Where(seen.Add).Reverse().ToList())
            {
                open.Push(inner);
            }
        }
    }

    private static void WriteShape(StringBuilder page, Shape shape, int level)
    {
        page.Append(level == 1 ? "" : "\n").Append('#', level).Append(' ').Append(shape.Title).Append("\n\n").Append(shape.Doc).Append('\n');
        foreach (var choice in shape.Choices)
        {
            var names = string.Join(", ", choice.Fields.Select(f => $"`{f.Name}`"));
            page.Append("\nWrite ").Append(choice.IsRequired ? "exactly" : "at most").Append(" one of ").Append(names).Append(".\n");
        }

        page.Append("\n| key | type | default | meaning | example |\n|---|---|---|---|---|\n");
        foreach (var field in shape.Fields)
        {
            WriteRow(page, field);
        }
    }

    private static void WriteRow(StringBuilder page, Field field)
    {
        var links = field.Type.Shapes.Select(s => $" ([{s.Title}](#{Anchor(s.Title)}))");
        string[] cells =
        [
            $"`{field.Name}`",
            field.Type.Name + string.Concat(links),
            field.IsRequired ? "**required**" : field.Default ?? "none",
            field.Doc,
            $"`{field.Example}`",
        ];
        page.Append("| ").AppendJoin(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
    }

    /// <summary>The anchor that Markdown renderers give a heading.</summary>
    private static string Anchor(string title) => new(
    [
        .. title.ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_').Select(c => c == ' ' ? '-' : c),
    ]);
}
