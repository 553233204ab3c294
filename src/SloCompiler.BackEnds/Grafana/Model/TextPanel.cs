using System.Text.Json.Nodes;

namespace SloCompiler.BackEnds.Grafana.Model;

/// <summary>Markdown.</summary>
internal sealed record TextPanel : Panel
{
    /// <summary>The Markdown.</summary>
    public required string Markdown { get; init; }

    /// <inheritdoc />
    public override string Type => "text";

    /// <inheritdoc />
    public override JsonObject Options() => new()
    {
        ["code"] = new JsonObject { ["language"] = "plaintext", ["showLineNumbers"] = false, ["showMiniMap"] = false },
        ["content"] = Markdown,
        ["mode"] = "markdown",
    };
}
