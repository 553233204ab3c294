using SloCompiler.Lowering.Trees;

namespace SloCompiler.Lowering.Passes.Indicators;

/// <summary>A part of a composite, after composites inside composites are taken apart.</summary>
/// <param name="Series">What the part records.</param>
/// <param name="Weight">Its weight.</param>
internal sealed record CompositePartSeries(SloSeries Series, decimal Weight);
