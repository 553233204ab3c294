using System.Collections.Immutable;
using SloCompiler.Plan;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Lowering;

/// <summary>The plan and what was found on the way. The plan is null only where an error kept it from being built.</summary>
public sealed record LoweringResult(CompilationPlan? Plan, ImmutableArray<Diagnostic> Diagnostics);
