using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.Language.Grammars;
using SloCompiler.Language.Reading;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Suppressions;

/// <summary>Says what a comment suppresses, and what is wrong with it.</summary>
internal sealed class SuppressionCheck(SuppressionComment comment, ImmutableArray<DiagnosticDescriptor> known, DateOnly today, DiagnosticBag problems)
{
    /// <summary>What is suppressed; problems are reported.</summary>
    public IEnumerable<SuppressedKind> Kinds()
    {
        if (comment.Content is not { Value: { } content })
        {
            ReportUnreadable();
            return [];
        }

        if (comment.Lines is not { } lines)
        {
            problems.Report(SuppressionDiagnostics.Unused, comment.Span, "Nothing stands below this comment that it could hold for.");
            return [];
        }

        if (content.Reason is null)
        {
            problems.Report(SuppressionDiagnostics.Reasonless, comment.Span, "This suppression gives no reason.");
        }

        var isExpired = content.Until < today;
        if (isExpired)
        {
            var day = content.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            problems.Report(SuppressionDiagnostics.Expired, comment.Span, $"This suppression held until {day}.");
        }

        return [.. content.Rules.Select(rule => Find(rule) is { } kind ? new SuppressedKind(kind, Place(rule), comment.Span, content.Rules, lines, isExpired) : null).OfType<SuppressedKind>()];
    }

    /// <summary>The finding on what suppresses nothing, with a fix that removes it.</summary>
    public static Diagnostic Unused(SuppressedKind kind)
    {
        var where = kind.Lines == LineRange.All ? "in this file"
            : kind.Lines.First == kind.Lines.Last ? string.Create(CultureInfo.InvariantCulture, $"on line {kind.Lines.First}")
            : string.Create(CultureInfo.InvariantCulture, $"on lines {kind.Lines.First} to {kind.Lines.Last}");
        return new Diagnostic(SuppressionDiagnostics.Unused, kind.Place, $"There is no finding `{kind.Kind.Name}` {where}.")
        {
            Fix = new Fix("Remove it", FixSafety.Unsafe, [new TextEdit(RangeToRemove(kind), "")]),
        };
    }

    private static SourceSpan RangeToRemove(SuppressedKind kind)
    {
        var source = kind.Place.Source;
        var text = source.Content;
        var range = kind.Place.Range;
        if (kind.Names.Length > 1)
        {
            var index = kind.Names.IndexOf(kind.Names.First(n => kind.Comment.Range.Start + n.Range.Start == range.Start));
            return index > 0
                ? Between(source, kind.Comment.Range.Start + kind.Names[index - 1].Range.End, range.End)
                : Between(source, range.Start, kind.Comment.Range.Start + kind.Names[1].Range.Start);
        }

        var start = kind.Comment.Range.Start;
        while (start > 0 && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        var hasOwnLine = start == 0 || text[start - 1] == '\n';
        var end = kind.Comment.Range.End;
        return Between(source, start, hasOwnLine && text.IndexOf('\n', end) is >= 0 and var next ? next + 1 : end);
    }

    private static SourceSpan Between(SourceText source, int start, int end) => new(source, TextSpan.FromBounds(start, end));

    private void ReportUnreadable()
    {
        var error = comment.Content.Error;
        var start = comment.Span.Range.Start + (error?.Offset ?? 0);
        var length = Math.Clamp(error?.Length ?? 1, 1, Math.Max(1, comment.Span.Range.End - start));
        problems.Report(SuppressionDiagnostics.Invalid, comment.Span.Source.Span(start, length), error?.Message ?? "The comment cannot be read.");
    }

    private DiagnosticDescriptor? Find(SuppressedRule rule)
    {
        if (known.FirstOrDefault(d => d.Name == rule.Name || d.Code == rule.Name) is not { } descriptor)
        {
            ReportUnknown(rule);
            return null;
        }

        if (SuppressionDiagnostics.IsSuppressible(descriptor))
        {
            return descriptor;
        }

        problems.Report(new Diagnostic(SuppressionDiagnostics.Invalid, Place(rule), $"`{descriptor.Name}` cannot be suppressed.")
        {
            Help = "Correct what is reported.",
        });
        return null;
    }

    private void ReportUnknown(SuppressedRule rule)
    {
        var nearest = Spelling.Nearest(rule.Name, known.Select(d => d.Name));
        var message = nearest is null ? $"There is no rule `{rule.Name}`." : $"There is no rule `{rule.Name}`; did you mean `{nearest}`?";
        problems.Report(new Diagnostic(SuppressionDiagnostics.UnknownRule, Place(rule), message)
        {
            Fix = nearest is null ? null : new Fix($"Write `{nearest}`", FixSafety.Unsafe, [new TextEdit(Place(rule), nearest)]),
        });
    }

    private SourceSpan Place(SuppressedRule rule)
        => comment.Span.Source.Span(comment.Span.Range.Start + rule.Range.Start, rule.Range.Length);
}
