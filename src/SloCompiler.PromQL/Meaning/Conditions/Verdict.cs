using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Meaning.Conditions;

/// <summary>A comparison that always or never holds.</summary>
/// <param name="Comparison">The comparison.</param>
/// <param name="Truth">Always or never.</param>
/// <param name="IsCertain">Whether that holds whatever the data; else only for usual data (<see cref="Outcome.Expected"/>).</param>
/// <param name="Text">Why, as a clause without a full stop.</param>
public sealed record Verdict(BinaryExpr Comparison, Truth Truth, bool IsCertain, string Text);
