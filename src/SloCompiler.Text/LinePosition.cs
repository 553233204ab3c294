namespace SloCompiler.Text;

/// <summary>A place in a text as people and editors name it.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1, in UTF-16 units.</param>
public readonly record struct LinePosition(int Line, int Column);
