using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SloCompiler.BackEnds.Grafana.Model;

/// <summary>A table of instant values.</summary>
internal sealed record TablePanel : Panel
{
    /// <summary>Column on which the queries are joined; null for one query or none in common.</summary>
    public string? JoinedBy { get; init; }

    /// <summary>Columns that are left out.</summary>
    public ImmutableArray<string> Excluded { get; init; } = [];

    /// <summary>The first columns in their order.</summary>
    public ImmutableArray<string> Order { get; init; } = [];

    /// <summary>Title of the column to sort by; null for none.</summary>
    public string? SortedBy { get; init; }

    /// <summary>Whether the highest value goes first.</summary>
    public bool IsDescending { get; init; }

    /// <inheritdoc />
    public override string Type => "table";

    /// <inheritdoc />
    public override JsonObject Options() => new()
    {
        ["cellHeight"] = "sm",
        ["frameIndex"] = 0,
        ["showHeader"] = true,
        ["sortBy"] = SortedBy is { } column
            ? new JsonArray(new JsonObject { ["displayName"] = column, ["desc"] = IsDescending })
            : new JsonArray(),
    };

    /// <inheritdoc />
    public override JsonObject Custom() => new()
    {
        ["align"] = "auto",
        ["cellOptions"] = new JsonObject { ["type"] = "auto" },
        ["inspect"] = false,
    };

    /// <inheritdoc />
    public override ImmutableArray<JsonObject> Transformations()
    {
        var join = JoinedBy is { } field
            ? Transformation("joinByField", new JsonObject { ["byField"] = field, ["mode"] = "outer" })
            : Transformation("merge", []);
        return [join, Transformation("organize", Organisation())];
    }

    private static JsonObject Transformation(string id, JsonObject options) => new() { ["id"] = id, ["options"] = options };

    private JsonObject Organisation()
    {
        var excluded = new JsonObject();
        foreach (var column in Excluded)
        {
            excluded[column] = true;
        }

        var index = new JsonObject();
        for (var i = 0; i < Order.Length; i++)
        {
            index[Order[i]] = i;
        }

        return new JsonObject { ["excludeByName"] = excluded, ["indexByName"] = index, ["renameByName"] = new JsonObject() };
    }
}
