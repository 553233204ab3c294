using System.Collections.Immutable;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.PromQL;

namespace SloCompiler.Language.Project;

/// <summary>The fields of a burn policy.</summary>
internal static class BurnPolicyFields
{
    private static readonly Field<PrometheusDuration> Period = new(
        "period",
        DurationType.Instance,
        "The period that the shares are for; tiers are fitted to the window of each SLO.")
    {
        Default = "`30d`",
        Example = "30d",
    };

    private static readonly Field<ImmutableArray<BurnTierSpec>> Page = new(
        "page",
        new ListType<BurnTierSpec>(new BurnTierType("page")),
        "Tiers that page, fastest first: the share of the budget, and the window in which it is used. "
        + "A short window, after which the alert ends, may follow; else it is 1/12 of the long one.")
    {
        Default = "no tiers",
        Example = "[2% in 1h, 5% in 6h / 30m]",
    };

    private static readonly Field<ImmutableArray<BurnTierSpec>> Ticket = new(
        "ticket",
        new ListType<BurnTierSpec>(new BurnTierType("ticket")),
        "Tiers that raise tickets, fastest first.")
    {
        Default = "no tiers",
        Example = "[10% in 1d, 10% in 3d]",
    };

    private static readonly Shape Shape = new(
        "burnPolicy",
        "Burn policy",
        "When burn alerts fire.",
        [Period, Page, Ticket]);

    /// <summary>The block.</summary>
    public static FieldType<BurnPolicy> Type { get; } = new ShapeType<BurnPolicy>(Shape, Read);

    private static BurnPolicy? Read(FieldReader fields)
    {
        var period = fields.GetValue(Period) ?? PrometheusDuration.FromDays(30);
        ImmutableArray<BurnTierSpec> tiers = [.. fields.GetAll(Page), .. fields.GetAll(Ticket)];
        foreach (var tier in tiers)
        {
            if (tier is { Span: { } span } && tier.LongWindow > period)
            {
                fields.Context.Report(SpecDiagnostics.BurnTierOutOfRange, span, $"The window is longer than the period of {period}.");
            }
        }

        if (tiers.IsEmpty && fields.Find(Page) is null && fields.Find(Ticket) is null)
        {
            fields.Context.Report(SpecDiagnostics.MissingField, fields.Head, "A burn policy has neither `page` nor `ticket` tiers.");
            return null;
        }

        return new BurnPolicy(period, tiers);
    }
}
