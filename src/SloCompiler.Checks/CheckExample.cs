using System.Collections.Immutable;

namespace SloCompiler.Checks;

/// <summary>A small project that shows a check: on its page, and in the test that runs it.</summary>
/// <param name="Spec">The spec, which the page shows.</param>
/// <param name="Others">Other files of the project, which the page shows below.</param>
public sealed record CheckExample(string Spec, params ImmutableArray<ExampleFile> Others);

/// <summary>A file of an example.</summary>
/// <param name="Path">Path relative to the project.</param>
/// <param name="Text">Content.</param>
public sealed record ExampleFile(string Path, string Text);
