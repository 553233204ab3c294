using System.Collections.Immutable;
using System.Text;

namespace SloCompiler.Text.Diagnostics;

/// <summary>Edits of texts that do not disturb each other.</summary>
public static class TextEdits
{
    /// <summary>Whether two edits touch the same text, so that their order would matter.</summary>
    public static bool Collide(TextEdit left, TextEdit right)
    {
        var (x, y) = (left.Span.Range, right.Span.Range);
        var isPoint = x.Length == 0 || y.Length == 0;
        return left.Span.Source.Path == right.Span.Source.Path
            && (isPoint ? x.Start <= y.End && y.Start <= x.End : x.Start < y.End && y.Start < x.End);
    }

    /// <summary>A text with edits applied, none of which collides with another.</summary>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder(text.Length);
        var position = 0;
        foreach (var edit in edits.OrderBy(e => e.Span.Range.Start))
        {
            result.Append(text, position, edit.Span.Range.Start - position).Append(edit.NewText);
            position = edit.Span.Range.End;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    /// <summary>As many fixes as can be applied at once: in the order given, each whole or not at all.</summary>
    public static ImmutableArray<Fix> WithoutCollisions(IEnumerable<Fix> fixes)
    {
        var chosen = ImmutableArray.CreateBuilder<Fix>();
        var taken = new Dictionary<string, List<TextEdit>>(StringComparer.Ordinal);
        foreach (var fix in fixes.Where(f => !f.Edits.IsEmpty))
        {
            var own = new List<TextEdit>();
            foreach (var edit in fix.Edits.TakeWhile(e => !own.Exists(o => Collide(o, e)) && !Taken(e).Exists(t => Collide(t, e))))
            {
                own.Add(edit);
            }

            if (own.Count == fix.Edits.Length)
            {
                own.ForEach(e => Taken(e).Add(e));
                chosen.Add(fix);
            }
        }

        return chosen.ToImmutable();

        List<TextEdit> Taken(TextEdit edit)
        {
            if (!taken.TryGetValue(edit.Span.Source.Path, out var edits))
            {
                taken[edit.Span.Source.Path] = edits = [];
            }

            return edits;
        }
    }
}
