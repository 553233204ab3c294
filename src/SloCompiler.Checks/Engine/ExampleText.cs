namespace SloCompiler.Checks.Engine;

/// <summary>Writes examples for the documentation of rules whose examples share a project.</summary>
internal static class ExampleText
{
    /// <summary>The text of an example of several files.</summary>
    public static string Files(params ReadOnlySpan<ExampleFile> files)
    {
        var parts = new List<string>();
        foreach (var file in files)
        {
            parts.Add($"--- {file.Path}\n{file.Text}");
        }

        return string.Concat(parts);
    }

    /// <summary>A documentation with nothing but a bad and a good example in YAML.</summary>
    public static string Of(string bad, string good) => $"```yaml bad\n{bad}```\n\n```yaml good\n{good}```\n";
}
