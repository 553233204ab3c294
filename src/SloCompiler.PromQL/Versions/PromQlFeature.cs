namespace SloCompiler.PromQL.Versions;

/// <summary>A construct of the language that not every Prometheus loads.</summary>
/// <param name="Name">The construct as a message names it, such as <c>arithmetic on durations</c>.</param>
/// <param name="Availability">The releases that have it.</param>
public sealed record PromQlFeature(string Name, Availability Availability)
{
    /// <summary>What to write instead; null where nothing replaces it.</summary>
    public string? Instead { get; init; }
}
