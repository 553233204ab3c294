using System.Security.Cryptography;
using System.Text;

namespace SloCompiler.Plan.Dashboards;

/// <summary>
/// Uids of dashboards: what links from alerts, other dashboards and runbooks point at. At most 40 lower-case letters,
/// digits and dashes, which is what Grafana takes today and Kubernetes names will take later.
/// </summary>
public static class DashboardUid
{
    /// <summary>The dashboard of all SLOs.</summary>
    public const string Overview = "slo-overview";

    /// <summary>The longest uid that Grafana takes.</summary>
    public const int MaxLength = 40;

    private const string Prefix = "slo-";
    private const int HashLength = 8;

    /// <summary>
    /// The dashboard of a service. A name that must be changed to fit gets eight digits of its hash, so that two services
    /// never share a uid.
    /// </summary>
    public static string ForService(string service)
    {
        var plain = Prefix + string.Concat(service.Select(Plain)).Trim('-');
        return plain == Prefix + service && plain.Length <= MaxLength && plain != Overview
            ? plain
            : WithHash(plain, service);
    }

    private static char Plain(char c) => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-';

    private static string WithHash(string plain, string service)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(service)))[..HashLength];
        var longest = MaxLength - HashLength - 1;
        var kept = plain.Length > longest ? plain[..longest] : plain;
        return $"{kept.TrimEnd('-')}-{hash}";
    }
}
