using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Expressions;

/// <summary>A dot of a name in a pattern, where it matches any character.</summary>
public sealed class UnescapedDot : NodeLint<VectorSelector>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO345", "unescaped-dot", Severity.Info,
        "A dot between two letters or digits of a pattern matches any character.",
        "A name such as `example.com` also matches `example-com`; that is rarely meant, and rarely matters.",
        "Write `\\\\.` in double quotes, or use `=` where the rest is plain text.");

    /// <inheritdoc />
    public override string Documentation => """
        Advice on a dot between letters or digits that no quantifier follows.

        ```promql bad
        up{instance=~"db.example.com:.+"} == 0 # <-
        ```

        ```promql good
        up{instance=~"db\\.example\\.com:.+"} == 0
        ```
        """;

    /// <inheritdoc />
    public override void Check(VectorSelector node, NodeScope scope)
    {
        foreach (var regex in RegexText.Of(node, scope.Expression))
        {
            if (DotIn(regex.Raw) is { } dot)
            {
                scope.Report(Descriptor, new TextSpan(regex.Start + dot, 1), $"This dot matches any character in the value of {regex.Matcher.Name}, not only a dot.");
            }
        }
    }

    private static int? DotIn(string pattern)
    {
        var isInClass = false;
        for (var i = 1; i + 1 < pattern.Length; i++)
        {
            isInClass = pattern[i - 1] == '[' || (isInClass && pattern[i - 1] != ']');
            var isDot = pattern[i] == '.' && !isInClass;
            if (isDot && char.IsAsciiLetterOrDigit(pattern[i - 1]) && char.IsAsciiLetterOrDigit(pattern[i + 1])
                && !(i > 1 && pattern[i - 2] == '\\'))
            {
                return i;
            }
        }

        return null;
    }
}
