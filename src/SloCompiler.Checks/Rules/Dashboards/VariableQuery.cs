using System.Collections.Immutable;
using SloCompiler.Language.Dashboards.Queries;
using SloCompiler.PromQL.Parsing;
using SloCompiler.Text;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>The queries that give variables their values.</summary>
internal static class VariableQuery
{
    private const string LabelValues = "label_values(";
    private const string QueryResult = "query_result(";

    /// <summary>The range of the PromQL in a query; null where it has none.</summary>
    public static TextSpan? PromQlOf(string query)
    {
        var end = query.TrimEnd().Length - 1;
        if (end < 0 || query[end] != ')')
        {
            return null;
        }

        if (query.StartsWith(QueryResult, StringComparison.Ordinal))
        {
            return TextSpan.FromBounds(QueryResult.Length, end);
        }

        var comma = query.LastIndexOf(',');
        return query.StartsWith(LabelValues, StringComparison.Ordinal) && comma > 0 && !query[comma..].Contains('}', StringComparison.Ordinal)
            ? TextSpan.FromBounds(LabelValues.Length, comma)
            : null;
    }

    /// <summary>What is wrong first with the PromQL in a query, at its place in the query; null where nothing is, or variables hide it.</summary>
    public static PromQlError? FirstError(string query, TextSpan range)
    {
        var text = QuerySubstitution.Of(query.Substring(range.Start, range.Length));
        ImmutableArray<PromQlError> errors = text.Others.IsEmpty ? PromQlParser.Parse(text.Text, new PromQlParseOptions { DurationVariables = text.Durations }).Errors : [];
        return errors is [var first, ..] ? first with { Span = new TextSpan(range.Start + first.Span.Start, first.Span.Length) } : null;
    }
}
