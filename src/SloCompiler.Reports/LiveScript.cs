namespace SloCompiler.Reports;

/// <summary>The only script: on pages that a server of this machine shows, it loads a page anew when the server says so.</summary>
public static class LiveScript
{
    /// <summary>Stands for the number that the server makes up for each answer.</summary>
    public const string Nonce = "slo-nonce-of-this-answer";

    /// <summary>The script in its element.</summary>
    public const string Element = $$"""
        <script nonce="{{Nonce}}">
        const updates = new EventSource("/events");
        updates.addEventListener("changed", () => location.reload());
        updates.addEventListener("error", () => { document.title = "(stopped) " + document.title; updates.close(); });
        </script>
        """;
}
