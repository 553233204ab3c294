using System.Collections.Immutable;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Model;

namespace SloCompiler.Language.Dialects.Native;

/// <summary>The author's part of a dashboard.</summary>
internal sealed record Dashboard(ImmutableArray<DashboardRow> Rows);

/// <summary>The fields of the author's dashboard rows.</summary>
internal static class DashboardFields
{
    private static readonly Field<string> RowTitle = new("title", TextType.Instance, "Heading of the row.")
    {
        IsRequired = true,
        Example = "Core and workers",
    };

    private static readonly Field<ImmutableArray<DashboardPanel>> Panels = new(
        "panels",
        new ListType<DashboardPanel>(PanelFields.Type) { AllowsEmpty = false },
        "The panels of the row, from left to right.")
    {
        IsRequired = true,
        Example = "[{ title: Queue depth, query: sum(queue_depth) }]",
    };

    private static readonly Shape RowShape = new("row", "Dashboard row", "A row of panels.", [RowTitle, Panels]);

    private static readonly Field<ImmutableArray<DashboardRow>> Rows = new(
        "rows",
        new ListType<DashboardRow>(new ShapeType<DashboardRow>(RowShape, ReadRow)),
        "The rows, from top to bottom.")
    {
        IsRequired = true,
        Example = "[{ title: Queues, panels: [{ title: Depth, query: sum(queue_depth) }] }]",
    };

    private static readonly Shape Shape = new(
        "dashboard",
        "Dashboard",
        "Rows of the service's dashboard, after the generated ones.",
        [Rows]);

    /// <summary>The block.</summary>
    public static FieldType<Dashboard> Type { get; } = new ShapeType<Dashboard>(Shape, f => new Dashboard(f.GetAll(Rows)));

    private static DashboardRow? ReadRow(FieldReader fields)
    {
        var panels = fields.GetAll(Panels);
        return fields.Get(RowTitle) is { } title ? new DashboardRow(title, panels, fields.Span) : null;
    }
}
