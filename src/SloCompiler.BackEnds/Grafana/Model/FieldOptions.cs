using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SloCompiler.BackEnds.Grafana.Model;

/// <summary>How values look.</summary>
internal sealed record FieldOptions
{
    /// <summary>Grafana's identifier of the unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Digits after the point; null for Grafana's choice.</summary>
    public int? Decimals { get; init; }

    /// <summary>Lower end of the axis.</summary>
    public decimal? Min { get; init; }

    /// <summary>Upper end of the axis.</summary>
    public decimal? Max { get; init; }

    /// <summary>Whether colours come from <see cref="Thresholds"/> rather than from a palette.</summary>
    public bool IsColouredByThreshold { get; init; }

    /// <summary>Values at which the colour changes; the first one has none.</summary>
    public ImmutableArray<Threshold> Thresholds { get; init; } = Threshold.Neutral;

    /// <summary>Values that are shown as words.</summary>
    public ImmutableArray<ValueText> Texts { get; init; } = [];

    /// <summary>What is shown where there is no value at all.</summary>
    public string NoValue { get; init; } = "No data";

    /// <summary>What differs for single series or columns.</summary>
    public ImmutableArray<FieldOverride> Overrides { get; init; } = [];
}

/// <summary>A value at which the colour changes.</summary>
/// <param name="From">The value; null for the colour below all others.</param>
/// <param name="Colour">Grafana's name of the colour.</param>
internal sealed record Threshold(decimal? From, string Colour)
{
    /// <summary>One neutral colour.</summary>
    public static ImmutableArray<Threshold> Neutral { get; } = [new(null, Colours.Text)];

    /// <summary>The budget that is left: overspent, nearly spent, enough.</summary>
    public static ImmutableArray<Threshold> Budget { get; } = [new(null, Colours.Page), new(0, Colours.Ticket), new(0.25m, Colours.Text)];

    /// <summary>The same for the background of a cell.</summary>
    public static ImmutableArray<Threshold> BudgetCell { get; } =
        [new(null, Colours.Page), new(0, Colours.Ticket), new(0.25m, Colours.Transparent)];

    /// <summary>Shaded below 0, nothing above: a missed objective.</summary>
    public static ImmutableArray<Threshold> BelowZero { get; } = [new(null, Colours.Page), new(0, Colours.Transparent)];

    /// <summary>Nothing to say at 0, else a colour.</summary>
    public static ImmutableArray<Threshold> AnyIs(string colour) => [new(null, Colours.Text), new(1, colour)];
}

/// <summary>A value that is shown as a word in a colour.</summary>
/// <param name="Value">The value.</param>
/// <param name="Text">The word.</param>
/// <param name="Colour">Grafana's name of the colour.</param>
internal sealed record ValueText(decimal Value, string Text, string Colour)
{
    /// <summary>Whether all higher values read the same.</summary>
    public bool AndAbove { get; init; }
}

/// <summary>What differs for the series or column of a name.</summary>
internal sealed record FieldOverride(string FieldName, ImmutableArray<FieldProperty> Properties)
{
    /// <summary>A line in one colour.</summary>
    public static FieldOverride Coloured(string seriesName, string colour) => new(seriesName, [Fixed(colour)]);

    /// <summary>A dashed line in one colour, for constants.</summary>
    public static FieldOverride Dashed(string seriesName, string colour) => new(
        seriesName,
        [Fixed(colour), Style("dash", 10, 10)]);

    /// <summary>A dotted line in one colour, for what goes along with another line.</summary>
    public static FieldOverride Dotted(string seriesName, string colour) => new(seriesName, [Fixed(colour), Style("dot", 2, 4)]);

    private static FieldProperty Fixed(string colour)
        => new("color", () => new JsonObject { ["mode"] = "fixed", ["fixedColor"] = colour });

    private static FieldProperty Style(string fill, int line, int gap)
        => new("custom.lineStyle", () => new JsonObject { ["fill"] = fill, ["dash"] = new JsonArray(line, gap) });
}

/// <summary>A property of an override; the value is made anew for each writing.</summary>
internal sealed record FieldProperty(string Id, Func<JsonNode> Value);

/// <summary>
/// Colours. Those of states are told apart by people who see fewer colours too, and stand out from a white page as from a dark one;
/// a word or a dash always says the same as the colour.
/// </summary>
internal static class Colours
{
    public const string Good = "#3274D9";
    public const string Burning = "#F2CC0C";
    public const string Ticket = "#E5750B";
    public const string Page = "#D0021B";
    public const string NoData = "#8e8e8e";
    public const string Text = "text";
    public const string Transparent = "transparent";

    /// <summary>Lines of several SLOs side by side.</summary>
    public static ImmutableArray<string> Lines { get; } = ["#3274D9", "#E5750B", "#00966B", "#C2569B", "#8C6D1F", "#2A9DC4", "#7B61C9", "#D0021B"];
}
