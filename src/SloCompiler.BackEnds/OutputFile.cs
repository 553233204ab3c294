namespace SloCompiler.BackEnds;

/// <summary>A file to write.</summary>
/// <param name="Path">Relative to the output folder, with forward slashes.</param>
/// <param name="Text">The whole content, with <c>\n</c> line ends.</param>
public sealed record OutputFile(string Path, string Text);
