namespace SloCompiler.Checks.Engine;

/// <summary>A file of an example.</summary>
/// <param name="Path">Path relative to the project.</param>
/// <param name="Text">Content.</param>
public sealed record ExampleFile(string Path, string Text);
