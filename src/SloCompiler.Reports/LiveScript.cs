namespace SloCompiler.Reports;

/// <summary>The only script: on pages that a server of this machine shows, it loads a page anew when the server says so.</summary>
public static class LiveScript
{
    /// <summary>Stands for the number that the server makes up for each answer.</summary>
    public const string Nonce = "slo-nonce-of-this-answer";

    /// <summary>Stands for the version of the pages.</summary>
    public const string Version = "slo-version-of-this-answer";

    /// <summary>Stands for how the specs stand now.</summary>
    public const string Banner = "<!-- slo-live-banner -->";

    /// <summary>Banner and script.</summary>
    public const string Element = $$"""
        {{Banner}}
        <script nonce="{{Nonce}}">
        const updates = new EventSource("/events?since={{Version}}");
        updates.addEventListener("changed", () => location.reload());
        </script>
        """;
}
