using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.Checks.Engine;
using SloCompiler.Checks.Scopes;
using SloCompiler.Prometheus;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Online;

/// <summary>What the parts of the check share. Safe for use by several threads at once.</summary>
/// <param name="input">What is held against the server.</param>
/// <param name="api">The server.</param>
/// <param name="now">The time that the check is about.</param>
/// <param name="serverPlace">Where findings on the server as a whole stand.</param>
internal sealed class OnlineContext(OnlineInput input, IPrometheusApi api, DateTimeOffset now, SourceSpan serverPlace)
{
    /// <summary>How far back something must have been seen to exist.</summary>
    public static readonly TimeSpan LookBack = TimeSpan.FromDays(7);

    private ConcurrentBag<Finding> _findings = [];
    private ConcurrentDictionary<ApiFailureKind, UnansweredQuestions> _unanswered = [];

    /// <summary>What is held against the server.</summary>
    public OnlineInput Input { get; } = input;

    /// <summary>The server.</summary>
    public IPrometheusApi Api { get; } = api;

    /// <summary>The time that the check is about.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>The wanted expressions.</summary>
    public ImmutableArray<ExpressionScope> Uses { get; private init; } = [];

    /// <summary>What the server says of itself.</summary>
    public ServerFacts Facts { get; private init; } = ServerFacts.None;

    /// <summary>The findings so far, and one for each way in which questions stayed without an answer.</summary>
    public IEnumerable<Finding> Findings
        => _findings.Concat(_unanswered.Values.Select(u => new Finding(u.ToDiagnostic(serverPlace), LintSubject.Other)));

    /// <summary>The same with what has become known; findings go to one place.</summary>
    public OnlineContext With(ServerFacts facts, ImmutableArray<ExpressionScope> uses)
        => new(Input, Api, Now, serverPlace) { _findings = _findings, _unanswered = _unanswered, Facts = facts, Uses = uses };

    /// <summary>Reports a finding, if its file is wanted.</summary>
    public void Report(Diagnostic finding, LintSubject? subject = null)
    {
        if (Input.IsWanted(finding.Span.Source.Path))
        {
            _findings.Add(new Finding(finding, subject ?? LintSubject.Other));
        }
    }

    /// <summary>The answer; null where there is none, which is reported once for all questions of the check.</summary>
    public T? Take<T>(ApiOutcome<T> outcome)
        where T : class
    {
        if (outcome.Failure is { } failure)
        {
            _unanswered.AddOrUpdate(failure.Kind, _ => new UnansweredQuestions(failure, 1), (_, before) => before with { Count = before.Count + 1 });
        }

        return outcome.Value;
    }

    /// <summary>The answer; null where there is none, which is advice only: not every server has this interface.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="whatFor">What is not checked without it.</param>
    public T? TakeOptional<T>(ApiOutcome<T> outcome, string whatFor)
        where T : class
    {
        if (outcome.Failure is { Kind: ApiFailureKind.NotAnAnswer or ApiFailureKind.Denied or ApiFailureKind.Refused or ApiFailureKind.ServerFailed } failure)
        {
            _findings.Add(new Finding(new Diagnostic(ServerDiagnostics.PartUnanswered, serverPlace, $"Not checked: {whatFor}. {failure.Message}"), LintSubject.Other));
            return null;
        }

        return Take(outcome);
    }

    private sealed record UnansweredQuestions(ApiFailure First, int Count)
    {
        public Diagnostic ToDiagnostic(SourceSpan place)
        {
            var finding = ServerDiagnostics.Of(First, place);
            return Count == 1
                ? finding
                : finding with { Message = $"{finding.Message} {Count.ToString(CultureInfo.InvariantCulture)} questions stayed without an answer." };
        }
    }
}
