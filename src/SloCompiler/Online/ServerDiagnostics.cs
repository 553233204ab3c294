using System.Collections.Immutable;
using SloCompiler.Prometheus;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Online;

/// <summary>The findings on a server that cannot be asked: SLO800–SLO809.</summary>
public static class ServerDiagnostics
{
    /// <summary>No address.</summary>
    public static DiagnosticDescriptor NotConfigured { get; } = new(
        "SLO800", "server-not-configured", Severity.Error,
        "A server is to be asked, but no address is known.",
        "Without one, nothing about the server can be checked.",
        "Give --prometheus URL, or `prometheus: { url: … }` in slo.yaml.");

    /// <summary>Credentials or certificates cannot be read.</summary>
    public static DiagnosticDescriptor CredentialsUnreadable { get; } = new(
        "SLO801", "server-credentials-unreadable", Severity.Error,
        "A file or environment variable with credentials or certificates is missing or of no use.",
        "Without it, the server would refuse to answer, or could not be trusted.",
        "Name a file or variable with one line of text; for certificates, a PEM file.");

    /// <summary>Nothing answers.</summary>
    public static DiagnosticDescriptor Unreachable { get; } = new(
        "SLO802", "server-unreachable", Severity.Error,
        "Nothing answers at the address of the server.",
        "Nothing about the server could be checked.",
        "Check the address, whether the server runs, and what stands between.");

    /// <summary>No secure connection.</summary>
    public static DiagnosticDescriptor Tls { get; } = new(
        "SLO803", "server-not-trusted", Severity.Error,
        "The connection to the server could not be secured.",
        "Somebody else could read the credentials and forge the answers.",
        "Name the authority of its certificate as `tls: { ca_file: … }` below `prometheus` in slo.yaml.");

    /// <summary>A redirect.</summary>
    public static DiagnosticDescriptor Redirected { get; } = new(
        "SLO804", "server-redirects", Severity.Error,
        "The server answers with a redirect.",
        "Redirects are not followed, so that credentials reach no other server; often it is a login page.",
        "Give the address that it leads to, if that is the server you mean.");

    /// <summary>401 and 403.</summary>
    public static DiagnosticDescriptor Denied { get; } = new(
        "SLO805", "server-denies-access", Severity.Error,
        "The server wants other credentials.",
        "Nothing about the server could be checked.",
        "Give credentials that may read, from a file or an environment variable.");

    /// <summary>No answer in time.</summary>
    public static DiagnosticDescriptor TooSlow { get; } = new(
        "SLO806", "server-too-slow", Severity.Error,
        "The server did not answer in time.",
        "What was not answered could not be checked.",
        "Ask when it has less to do, check fewer files at once, or raise `timeout` below `prometheus` in slo.yaml.");

    /// <summary>5xx and 429.</summary>
    public static DiagnosticDescriptor Failed { get; } = new(
        "SLO807", "server-failed", Severity.Error,
        "The server, or what stands before it, says that it failed.",
        "What was not answered could not be checked.",
        "Look into its log.");

    /// <summary>No answer of the API.</summary>
    public static DiagnosticDescriptor NotAnAnswer { get; } = new(
        "SLO808", "server-answer-unusable", Severity.Error,
        "What answers is not a Prometheus, or its answer is damaged or too large.",
        "Nothing could be concluded from it.",
        "Give what stands before /api/v1 as the address.");

    /// <summary>A part was not checked.</summary>
    public static DiagnosticDescriptor PartUnanswered { get; } = new(
        "SLO809", "server-part-unanswered", Severity.Info,
        "The server does not tell something that a check needs, so that the check was left out.",
        "Silence of the other checks says nothing about it.",
        "Nothing, where the server has no such interface, as Mimir and Thanos have no targets; else, allow it to the user.");

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [NotConfigured, CredentialsUnreadable, Unreachable, Tls, Redirected, Denied, TooSlow, Failed, NotAnAnswer, PartUnanswered];

    /// <summary>The finding that a server did not answer.</summary>
    public static Diagnostic Of(ApiFailure failure, SourceSpan place) => new(DescriptorOf(failure.Kind), place, failure.Message) { Help = failure.Help };

    private static DiagnosticDescriptor DescriptorOf(ApiFailureKind kind) => kind switch
    {
        ApiFailureKind.Unreachable => Unreachable,
        ApiFailureKind.Tls => Tls,
        ApiFailureKind.Redirected => Redirected,
        ApiFailureKind.Denied => Denied,
        ApiFailureKind.TooSlow => TooSlow,
        ApiFailureKind.ServerFailed => Failed,
        _ => NotAnAnswer,
    };
}
