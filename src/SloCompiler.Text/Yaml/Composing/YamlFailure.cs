namespace SloCompiler.Text.Yaml.Composing;

/// <summary>Why the parser stopped.</summary>
/// <param name="Offset">Where in the file it noticed.</param>
/// <param name="Start">Where the thing starts that it was reading; at most <paramref name="Offset"/>.</param>
/// <param name="ParserMessage">The parser's own words; empty where it has none.</param>
internal sealed record YamlFailure(int Offset, int Start, string ParserMessage);
