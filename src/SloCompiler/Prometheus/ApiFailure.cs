namespace SloCompiler.Prometheus;

/// <summary>Why a server gave no answer.</summary>
public enum ApiFailureKind
{
    /// <summary>Nothing answers at the address, or its name is unknown.</summary>
    Unreachable,

    /// <summary>The connection could not be secured.</summary>
    Tls,

    /// <summary>The answer is a redirect, which is never followed.</summary>
    Redirected,

    /// <summary>Credentials are missing, wrong or not sufficient.</summary>
    Denied,

    /// <summary>The answer did not come in time.</summary>
    TooSlow,

    /// <summary>The server says that it failed, or has too much to do.</summary>
    ServerFailed,

    /// <summary>The answer is not one of the HTTP API: no JSON, cut short, too large, a wrong path.</summary>
    NotAnAnswer,

    /// <summary>The server understood the question and refuses it: an expression that it cannot evaluate, for example.</summary>
    Refused,
}

/// <summary>A question that a server did not answer. Holds no secret.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Message">What happened, as a sentence that names the address.</param>
/// <param name="Help">What to do.</param>
public sealed record ApiFailure(ApiFailureKind Kind, string Message, string Help);

/// <summary>An answer, or why there is none.</summary>
/// <param name="Value">The answer; null where there is none.</param>
/// <param name="Failure">Why there is none; null where there is one.</param>
public sealed record ApiOutcome<T>(T? Value, ApiFailure? Failure)
    where T : class
{
    /// <summary>What another type of answer would be.</summary>
    public ApiOutcome<TOther> Then<TOther>(Func<T, TOther> read)
        where TOther : class
        => new(Value is null ? null : read(Value), Failure);
}

/// <summary>Makes outcomes.</summary>
public static class ApiOutcome
{
    /// <summary>An answer.</summary>
    public static ApiOutcome<T> Of<T>(T value)
        where T : class
        => new(value, null);

    /// <summary>No answer.</summary>
    public static ApiOutcome<T> Failed<T>(ApiFailure failure)
        where T : class
        => new(null, failure);
}
