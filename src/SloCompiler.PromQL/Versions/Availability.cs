namespace SloCompiler.PromQL.Versions;

/// <summary>Which releases of Prometheus know a construct, and which of them ask for a flag.</summary>
/// <param name="Since">The first release with it; null where every known release has it.</param>
public sealed record Availability(PrometheusRelease? Since)
{
    /// <summary>In every known release.</summary>
    public static Availability Always { get; } = new(Since: null);

    /// <summary>The flag of <c>--enable-feature</c> that it needed at first or still needs; null where it never needed one.</summary>
    public string? Flag { get; init; }

    /// <summary>The first release that needs no flag; null while every release with it needs the flag.</summary>
    public PrometheusRelease? StableSince { get; init; }

    /// <summary>The first release without it; null where it is still there.</summary>
    public PrometheusRelease? RemovedIn { get; init; }

    /// <summary>Whether the latest release still asks for a flag.</summary>
    public bool IsExperimental => Flag is not null && StableSince is null;

    /// <summary>In a release line and all that follow.</summary>
    public static Availability From(int major, int minor) => new(new PrometheusRelease(major, minor));

    /// <summary>In a release line and all that follow, behind a flag.</summary>
    public static Availability Behind(string flag, int major, int minor) => From(major, minor) with { Flag = flag };

    /// <summary>Whether a release knows the construct, with or without a flag.</summary>
    public bool IsIn(PrometheusRelease release) => !(release < Since) && !(release >= RemovedIn);

    /// <summary>The flag that a release asks for; null where it asks for none.</summary>
    public string? FlagIn(PrometheusRelease release) => release >= StableSince ? null : Flag;
}
