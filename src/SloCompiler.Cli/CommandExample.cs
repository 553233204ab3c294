namespace SloCompiler.Cli;

/// <summary>An example of a command line.</summary>
/// <param name="CommandLine">What to type.</param>
/// <param name="Meaning">What it does, as the rest of a sentence: no capital, no full stop.</param>
public sealed record CommandExample(string CommandLine, string Meaning);
