namespace SloCompiler.Core;

/// <summary>A file: what goes in, or what comes out.</summary>
/// <param name="Path">Relative, with forward slashes: from the project for an input, from the output folder for a generated file.</param>
/// <param name="Content">The whole text.</param>
public sealed record SloText(string Path, string Content);
