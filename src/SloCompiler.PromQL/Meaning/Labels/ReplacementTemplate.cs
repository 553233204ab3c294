using System.Collections.Immutable;
using System.Text;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>The replacement of <c>label_replace</c>: text with references such as <c>$1</c> and <c>${name}</c> to groups of the pattern.</summary>
internal sealed class ReplacementTemplate
{
    private readonly ImmutableArray<Piece> _pieces;

    private ReplacementTemplate(ImmutableArray<Piece> pieces) => _pieces = pieces;

    /// <summary>Whether it is always the empty text.</summary>
    public bool IsEmpty => _pieces.IsEmpty;

    /// <summary>Whether it has no reference to a group.</summary>
    public bool IsConstant => _pieces.All(p => p.Text is not null);

    /// <summary>Whether it has text of its own.</summary>
    public bool HasText => _pieces.Any(p => p.Text is not null);

    /// <summary>Whether it refers to the whole match.</summary>
    public bool HasWhole => _pieces.Any(p => p.IsWhole);

    /// <summary>Whether it is the whole match and nothing else.</summary>
    public bool IsWhole => _pieces is [{ IsWhole: true }];

    /// <summary>Reads a replacement. References to groups that the pattern does not have are empty.</summary>
    /// <param name="replacement">The text.</param>
    /// <param name="pattern">The pattern that it belongs to.</param>
    /// <param name="wholeGroups">The groups up to this number capture the whole match.</param>
    public static ReplacementTemplate Of(string replacement, string pattern, int wholeGroups)
    {
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        var text = new StringBuilder();
        CaptureGroups? groups = null;
        for (var i = 0; i < replacement.Length;)
        {
            if (replacement[i] != '$' || !ReplacementReferences.TryRead(replacement, i, out var name, out var end))
            {
                var isEscape = replacement.AsSpan(i) is ['$', '$', ..];
                text.Append(replacement[i]);
                i += isEscape ? 2 : 1;
                continue;
            }

            i = end;
            groups ??= CaptureGroups.Of(pattern);
            var group = groups.NumberOf(name);
            if (group >= 0)
            {
                AddText(pieces, text);
                pieces.Add(new Piece(null, group <= wholeGroups));
            }
        }

        AddText(pieces, text);
        return new ReplacementTemplate(pieces.ToImmutable());
    }

    /// <summary>The text for a match of a known text; null where it takes the parts of the match. All parts of an empty match are empty.</summary>
    public string? Expand(string match) => match.Length > 0 && _pieces.Any(p => p.Text is null && !p.IsWhole)
        ? null
        : string.Concat(_pieces.Select(p => p.Text ?? match));

    private static void AddText(ImmutableArray<Piece>.Builder pieces, StringBuilder text)
    {
        if (text.Length > 0)
        {
            pieces.Add(new Piece(text.ToString(), false));
            text.Clear();
        }
    }

    private readonly record struct Piece(string? Text, bool IsWhole);
}
