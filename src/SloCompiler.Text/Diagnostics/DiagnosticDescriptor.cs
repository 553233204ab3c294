namespace SloCompiler.Text.Diagnostics;

/// <summary>What is the same for every finding of one kind. The pages under docs/rules are made from these.</summary>
/// <param name="Code">Stable code, such as <c>SLO104</c>.</param>
/// <param name="Name">Stable name that states the bad thing, such as <c>unknown-key</c>.</param>
/// <param name="Severity">Severity unless configured otherwise.</param>
/// <param name="Summary">One sentence: what is wrong when this is reported.</param>
/// <param name="Why">Why it matters, in a sentence or two.</param>
/// <param name="Help">What to do about it, in a sentence or two.</param>
public sealed record DiagnosticDescriptor(
    string Code,
    string Name,
    Severity Severity,
    string Summary,
    string Why,
    string Help);
