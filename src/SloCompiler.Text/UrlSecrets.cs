using System.Text;

namespace SloCompiler.Text;

/// <summary>Users and passwords in URLs, which logs and reports must not show.</summary>
public static class UrlSecrets
{
    private const string BeforeUser = "://";

    /// <summary>The text with <c>*</c> in the place of every character of a user and password before the <c>@</c> of a URL.</summary>
    public static string Hide(string text)
    {
        StringBuilder? hidden = null;
        var start = text.IndexOf(BeforeUser, StringComparison.Ordinal);
        while (start >= 0)
        {
            start += BeforeUser.Length;
            var secret = LengthOfUser(text.AsSpan(start));
            if (secret > 0)
            {
                hidden ??= new StringBuilder(text);
                hidden.Remove(start, secret).Insert(start, "*", secret);
            }

            start = text.IndexOf(BeforeUser, start, StringComparison.Ordinal);
        }

        return hidden?.ToString() ?? text;
    }

    private static int LengthOfUser(ReadOnlySpan<char> text)
    {
        var at = 0;
        for (var i = 0; i < text.Length && !EndsHost(text[i]); i++)
        {
            at = text[i] == '@' ? i : at;
        }

        return at;
    }

    private static bool EndsHost(char c) => c is '/' or '?' or '#' or '"' or '\'' or '`' or '<' or '>' || char.IsWhiteSpace(c);
}
