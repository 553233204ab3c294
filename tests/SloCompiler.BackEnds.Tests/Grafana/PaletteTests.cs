using System.Globalization;
using System.Text.Json.Nodes;
using Xunit;

namespace SloCompiler.BackEnds.Tests.Grafana;

/// <summary>Colours that everybody can tell apart, on a light page and on a dark one.</summary>
public sealed class PaletteTests
{
    private const string LightPanel = "#ffffff";
    private const string DarkPanel = "#181b1f";

    /// <summary>What the cones of few people see less of, as linear maps of red, green and blue (Machado, Oliveira and Fernandes, 2009).</summary>
    private static readonly Dictionary<string, double[][]> Vision = new()
    {
        ["all colours"] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        ["no red cones"] = [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        ["no green cones"] = [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        ["no blue cones"] = [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    };

    public static TheoryData<string> Eyes => [.. Vision.Keys];

    [Theory]
    [MemberData(nameof(Eyes))]
    public void States_of_different_urgency_look_different(string eyes)
    {
        var colours = States().Select(s => Boards.Text(s, "color")).Distinct().ToList();
        Assert.Equal(5, colours.Count);
        Assert.DoesNotContain(colours.SelectMany((a, i) => colours.Skip(i + 1).Select(b => (a, b, Distance: Distance(a, b, Vision[eyes])))), p => p.Distance < 15);
    }

    [Fact]
    public void Lines_stand_out_on_light_and_dark_panels()
    {
        var colours = Boards.Texts(Boards.Edge()).Concat(Boards.Texts(Boards.Overview())).Where(t => t.Key == "fixedColor").Select(t => t.Text).Distinct().ToList();
        Assert.True(colours.Count > 5);
        Assert.DoesNotContain(colours.SelectMany(c => (string[])[LightPanel, DarkPanel], (c, panel) => (c, panel, Contrast: Contrast(c, panel))), c => c.Contrast < 3);
    }

    [Fact]
    public void Every_state_has_a_word_of_its_own_and_the_most_urgent_has_the_highest_number()
        => Assert.Equal(["OK", "Burning", "No data", "Exhausted", "TICKET fires", "PAGE fires"], States().Select(s => Boards.Text(s, "text")));

    /// <summary>What the first table says of an SLO, by ascending value.</summary>
    private static IEnumerable<JsonNode?> States()
    {
        var table = Boards.Panel(Boards.Edge(), "Now");
        var state = Boards.List(table["fieldConfig"], "overrides").Single(o => Boards.Text(o["matcher"], "options") == "Value #B");
        var words = Boards.List(Boards.List(state, "properties").Single(p => Boards.Text(p, "id") == "mappings"), "value").First()["options"];
        return Enumerable.Range(0, 6).Select(i => words?[i.ToString(CultureInfo.InvariantCulture)]);
    }

    private static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(string colour) => Linear(colour) is [var r, var g, var b] ? (0.2126 * r) + (0.7152 * g) + (0.0722 * b) : 0;

    /// <summary>The distance in CIELAB.</summary>
    private static double Distance(string a, string b, double[][] vision)
        => Math.Sqrt(Lab(Linear(a), vision).Zip(Lab(Linear(b), vision), (x, y) => (x - y) * (x - y)).Sum());

    private static double[] Lab(double[] colour, double[][] vision)
    {
        var seen = vision.Select(row => Math.Clamp(row.Zip(colour, (m, c) => m * c).Sum(), 0, 1)).ToArray();
        var x = Root(((0.4124 * seen[0]) + (0.3576 * seen[1]) + (0.1805 * seen[2])) / 0.9505);
        var y = Root((0.2126 * seen[0]) + (0.7152 * seen[1]) + (0.0722 * seen[2]));
        var z = Root(((0.0193 * seen[0]) + (0.1192 * seen[1]) + (0.9505 * seen[2])) / 1.089);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];
    }

    private static double Root(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16d / 116);

    private static double[] Linear(string colour) =>
    [
        .. Enumerable.Range(0, 3)
            .Select(i => int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)),
    ];
}
