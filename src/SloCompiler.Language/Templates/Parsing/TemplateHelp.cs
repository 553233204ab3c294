using System.Collections.Immutable;
using SloCompiler.Text;

namespace SloCompiler.Language.Templates.Parsing;

/// <summary>What to write in place of what Go refuses.</summary>
internal static class TemplateHelp
{
    public static string ForFunction(string name)
    {
        if (name == "tmpl")
        {
            return "Only console templates have it; a rule calls a template of its own with {{ template \"name\" . }}.";
        }

        var variable = Suggestions.Nearest("$" + name, ["$labels", "$value", "$externalLabels", "$externalURL"]);
        var field = Suggestions.Nearest(name, ["Labels", "Value", "ExternalLabels", "ExternalURL"]);
        return Suggestions.Nearest(name, TemplateFunctions.All.Select(f => f.Name)) is { } function ? $"Did you mean `{function}`?"
            : variable is not null || field is not null ? $"Did you mean `{variable ?? "." + field}`?"
            : "A word is a function; text stands in quotes, a label is $labels.name, the value is $value.";
    }

    public static string ForVariable(string name, IReadOnlyList<string> variables, ImmutableArray<string> prelude)
    {
        if (prelude.Contains(name))
        {
            return "A {{ define }} or {{ block }} does not see it: hand it on, as in {{ template \"name\" $value }}, and read it there as the dot.";
        }

        return Suggestions.Nearest(name, variables.Where(v => v != "$")) is { } near
            ? $"Did you mean `{near}`?"
            : "Declare it in front of its use, in the same block or outside it: {{ $name := … }}.";
    }

    public static string? ForMissing(string context) => context switch
    {
        "command" => "Write a value between the braces, as in {{ $value }}.",
        "if" or "with" => $"Write what decides, as in {{{{ {context} $labels.job }}}}.",
        "range" => "Write what is gone through, as in {{ range query \"up\" }}.",
        _ => null,
    };

    public static string? ForNumber(TemplateTokenKind kind, string value) => kind switch
    {
        TemplateTokenKind.CharConstant => "Single quotes hold one character; text stands in double quotes or backticks.",
        _ when value is "-" or "+" => "Templates do not calculate; a trim marker touches the braces: {{- and -}}.",
        _ => null,
    };

    public static string? ForToken(string problem, string text, TemplateToken token)
    {
        var character = token.Start < text.Length ? text[token.Start] : ' ';
        return problem switch
        {
            "unclosed action" => "Close it with }}.",
            "unclosed left paren" => "Add the closing ).",
            "unexpected right paren" => "No ( is open here.",
            "unclosed comment" => "Close it with */}}.",
            "comment ends before closing delimiter" => "Nothing stands between */ and the braces: {{/* … */}}, or {{- /* … */ -}}.",
            "unterminated quoted string" or "unterminated raw quoted string" => "Add the closing quote.",
            "unterminated character constant" => "Text stands in double quotes or backticks.",
            "expected :=" => "A variable is declared with := and set with =.",
            _ when problem.StartsWith("bad character", StringComparison.Ordinal) => ForCharacter(character),
            _ when problem.StartsWith("bad number", StringComparison.Ordinal) => "Templates do not calculate: do it in the expression of the rule.",
            _ when character is '“' or '”' or '‘' or '’' => "Write straight quotes.",
            _ => null,
        };
    }

    public static string? ForUnexpected(string text, TemplateToken token, string context) => text.AsSpan(token.Start, token.Length) switch
    {
        "}" => "An action ends with two braces: }}.",
        "{" => "An action begins with two braces: {{.",
        "%" or "*" or "/" or "+" => "Templates do not calculate: do it in the expression of the rule.",
        "=" or ":=" when context is "operand" => "Only a variable at the start of an action can be set: {{ $name := … }}.",
        "!" => "Write `not`, or `ne` for “not equal”.",
        "&" => "Write `and`: {{ if and a b }}.",
        "<" or ">" => "Comparisons are functions: {{ if gt $value 1.0 }}.",
        "[" => "Write {{ index $labels \"name\" }}.",
        "(" => "Arguments are separated by spaces, without parentheses around them: {{ humanize $value }}.",
        "define" => "Definitions stand outside all blocks.",
        _ => null,
    };

    private static string? ForCharacter(char character) => character switch
    {
        '-' => "A name has letters, digits and _: write {{ index $labels \"with-dash\" }} for such a label.",
        '[' => "Write {{ index $labels \"name\" }}.",
        '=' => "Set a space in front of =.",
        '"' or '`' => "Set a space in front of the string.",
        '%' or '*' or '/' or '+' => "Templates do not calculate: do it in the expression of the rule.",
        '}' => "An action ends with two braces: }}.",
        _ => null,
    };
}
