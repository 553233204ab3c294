using System.Collections.Immutable;

namespace SloCompiler.Reports.Charts;

/// <summary>A chart with its numbers, for readers who do not see it and for those who want to copy them.</summary>
/// <param name="Svg">The drawing.</param>
/// <param name="Caption">What it shows, in a sentence.</param>
/// <param name="Columns">Titles of the columns of the numbers; the first is of the rows.</param>
/// <param name="Rows">The numbers; each row starts with its name.</param>
internal sealed record Figure(string Svg, string Caption, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows);
