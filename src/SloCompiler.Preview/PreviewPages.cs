using System.Collections.Frozen;
using SloCompiler.BackEnds;
using SloCompiler.Reports;

namespace SloCompiler.Preview;

/// <summary>What is shown now.</summary>
/// <param name="Version">Grows by 1 whenever something changes.</param>
/// <param name="Pages">The pages by their paths.</param>
/// <param name="Banner">How the specs stand, as markup.</param>
public sealed record PreviewPages(int Version, FrozenDictionary<string, string> Pages, string Banner)
{
    /// <summary>Before anything was compiled.</summary>
    public static PreviewPages None { get; } = new(0, FrozenDictionary<string, string>.Empty, "");

    /// <summary>The pages after a compilation. Where specs have errors, the pages of objectives stay as they were.</summary>
    /// <param name="result">What compiling gave, pages among it.</param>
    public PreviewPages After(CompilationResult result)
    {
        var messages = MessagesPage.Of(result);
        var hasErrors = result.HasErrors;
        var made = hasErrors ? Pages.Select(p => new OutputFile(p.Key, p.Value)) : result.Files;
        var pages = made.Where(f => f.Path != messages.Path).Append(messages).ToDictionary(f => f.Path, f => f.Text, StringComparer.Ordinal);
        pages.TryAdd(ReportBuilder.IndexPath, messages.Text);
        return new PreviewPages(Version + 1, pages.ToFrozenDictionary(StringComparer.Ordinal), MessagesPage.Banner(result, isStale: hasErrors && !Pages.IsEmpty()));
    }

    /// <summary>A page for a browser; null where there is none.</summary>
    /// <param name="path">The path of the request.</param>
    /// <param name="nonce">A number that nobody can guess, for this answer only.</param>
    public string? Find(string path, string nonce)
    {
        var name = path is "/" or "" ? ReportBuilder.IndexPath : path.TrimStart('/');
        return Pages.TryGetValue(name, out var page)
            ? page.Replace(LiveScript.Nonce, nonce, StringComparison.Ordinal)
                .Replace(LiveScript.Version, Version.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace(LiveScript.Banner, Banner, StringComparison.Ordinal)
            : null;
    }
}

/// <summary>Small help for dictionaries.</summary>
internal static class DictionaryExtensions
{
    public static bool IsEmpty(this FrozenDictionary<string, string> pages) => pages.Count == 0;
}
