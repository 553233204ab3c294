namespace SloCompiler.Runbooks;

/// <summary>The part of a page that we write; everything around it belongs to its author.</summary>
public static class GeneratedBlock
{
    private const string Begin = "<!-- slo:begin: written by slo runbook sync, do not edit -->";
    private const string BeginMark = "<!-- slo:begin";
    private const string End = "<!-- slo:end -->";

    /// <summary>A page with its block replaced; a page without a block gets one at its end.</summary>
    public static string Replace(string page, string inside)
    {
        var block = $"{Begin}\n{inside.Trim('\n')}\n{End}";
        var start = page.IndexOf(BeginMark, StringComparison.Ordinal);
        var end = start < 0 ? -1 : page.IndexOf(End, start, StringComparison.Ordinal);
        return end < 0
            ? $"{page.TrimEnd('\n')}\n\n{block}\n"
            : page[..start] + block + page[(end + End.Length)..];
    }
}
