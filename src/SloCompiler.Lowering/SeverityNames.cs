namespace SloCompiler.Lowering;

/// <summary>Severities by their names in the spec language.</summary>
internal static class SeverityNames
{
    public const string Page = "page";

    public const string Ticket = "ticket";
}
