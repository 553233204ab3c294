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

    /// <summary>The budget that is left.</summary>
    public static ImmutableArray<Threshold> Budget { get; } =
        [new(null, Colours.Red), new(0, Colours.Orange), new(0.25m, Colours.Yellow), new(0.5m, Colours.Green)];

    /// <summary>Red below 0, nothing above: a missed objective.</summary>
    public static ImmutableArray<Threshold> BelowZero { get; } = [new(null, Colours.Red), new(0, Colours.Transparent)];

    /// <summary>Good at 0, else bad.</summary>
    public static ImmutableArray<Threshold> AnyIs(string colour) => [new(null, Colours.Green), new(1, colour)];

    /// <summary>A burn rate: worth a look above 1, bad from the factor of a page on.</summary>
    public static ImmutableArray<Threshold> BurnRate(decimal? pageFactor) => pageFactor is > 1
        ? [new(null, Colours.Green), new(1, Colours.Orange), new(pageFactor, Colours.Red)]
        : AnyIs(Colours.Orange);
}

/// <summary>A value that is shown as a word in a colour.</summary>
internal sealed record ValueText(decimal Value, string Text, string Colour)
{
    /// <summary>The states of alerts.</summary>
    public static ImmutableArray<ValueText> AlertStates { get; } =
        [new(0, "OK", Colours.Green), new(1, "FIRING", Colours.Red)];
}

/// <summary>What differs for the series or column of a name.</summary>
internal sealed record FieldOverride(string FieldName, ImmutableArray<FieldProperty> Properties)
{
    /// <summary>A line in one colour.</summary>
    public static FieldOverride Coloured(string seriesName, string colour) => new(seriesName, [Fixed(colour)]);

    /// <summary>A dashed line in one colour, for constants.</summary>
    public static FieldOverride Dashed(string seriesName, string colour) => new(
        seriesName,
        [Fixed(colour), Style("dash", 10, 10), new FieldProperty("custom.showPoints", () => "never")]);

    /// <summary>A dotted line in one colour, for what goes along with another line.</summary>
    public static FieldOverride Dotted(string seriesName, string colour) => new(seriesName, [Fixed(colour), Style("dot", 2, 4)]);

    private static FieldProperty Fixed(string colour)
        => new("color", () => new JsonObject { ["mode"] = "fixed", ["fixedColor"] = colour });

    private static FieldProperty Style(string fill, int line, int gap)
        => new("custom.lineStyle", () => new JsonObject { ["fill"] = fill, ["dash"] = new JsonArray(line, gap) });
}

/// <summary>A property of an override; the value is made anew for each writing.</summary>
internal sealed record FieldProperty(string Id, Func<JsonNode> Value);

/// <summary>Names of colours.</summary>
internal static class Colours
{
    public const string Green = "green";
    public const string Yellow = "yellow";
    public const string Orange = "orange";
    public const string Red = "red";
    public const string Blue = "blue";
    public const string DarkRed = "dark-red";
    public const string DarkBlue = "dark-blue";
    public const string Purple = "purple";
    public const string Text = "text";
    public const string Transparent = "transparent";
    public const string NoData = "#8e8e8e";
}
