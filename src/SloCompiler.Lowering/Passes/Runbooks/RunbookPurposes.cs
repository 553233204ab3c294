namespace SloCompiler.Lowering.Passes.Runbooks;

/// <summary>What the runbooks of an SLO are for.</summary>
internal static class RunbookPurposes
{
    public const string Page = "page";

    public const string Ticket = "ticket";

    public const string NoData = "no_data";
}
