using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.Language.Templates.Syntax;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Types;
using SloCompiler.Text;

namespace SloCompiler.Language.Templates.References;

/// <summary>What functions give.</summary>
internal sealed partial class ReferenceFinder
{
    private ImmutableArray<TemplateValue> Apply(
        TemplateFunctionName function,
        ImmutableArray<ImmutableArray<TemplateValue>> arguments,
        TextSpan call)
    {
        switch (function.Name)
        {
            case "query":
                return Query(arguments, call);
            case "first":
                return Map(arguments, 0, TemplateValueKind.QueryResult, TemplateValueKind.Sample);
            case "sortByLabel" when arguments.Length == 2:
                ReadLabels(arguments[1], TemplateValueKind.QueryResult, arguments[0]);
                return arguments[1];
            case "label" when arguments.Length == 2:
                return ReadLabels(arguments[1], TemplateValueKind.Sample, arguments[0]);
            case "value":
                return [.. Map(arguments, 0, TemplateValueKind.Sample, TemplateValueKind.Number).Select(v => v with { Origin = call })];
            case "index" when arguments.Length > 1:
                return Index(arguments);
            case "and" or "or":
                return arguments.Aggregate(TemplateValue.Unknown, TemplateValue.Union);
            case "args":
                return [new TemplateValue(TemplateValueKind.Arguments, call) { Arguments = arguments }];
            default:
                return Derive(function, arguments);
        }
    }

    private static ImmutableArray<TemplateValue> Map(
        ImmutableArray<ImmutableArray<TemplateValue>> arguments,
        int index,
        TemplateValueKind from,
        TemplateValueKind to)
        => index < arguments.Length ? [.. arguments[index].Where(v => v.Kind == from).Select(v => v with { Kind = to })] : [];

    private ImmutableArray<TemplateValue> Query(ImmutableArray<ImmutableArray<TemplateValue>> arguments, TextSpan call)
    {
        var expressions = arguments.Length > 0 ? arguments[0] : [];
        _log.UseAll(expressions);
        ImmutableArray<TemplateString> literals = [.. expressions.Select(v => v.Literal).OfType<TemplateString>()];
        if (literals.IsEmpty)
        {
            return [new TemplateValue(TemplateValueKind.QueryResult, call) { Query = _log.AddQuery(new TemplateQuery(call, null)) }];
        }

        return [.. literals.Select(l => new TemplateValue(TemplateValueKind.QueryResult, call) { Query = AddQuery(l) })];
    }

    private int AddQuery(TemplateString literal)
    {
        var parsed = PromQlParser.Parse(literal.Value);
        var query = new TemplateQuery(literal.Span, literal) { Parsed = parsed };
        foreach (var error in parsed.Errors)
        {
            _log.Warn(TemplateDiagnostics.Query, query.Map(error.Span), error.Message, error.Help);
        }

        if (parsed is { IsValid: true, Expr: { } expr } && PromQlTypes.TypeOf(expr) is PromQlType.RangeVector or PromQlType.String)
        {
            _log.Warn(TemplateDiagnostics.Query, literal.Span, "query result is not a vector or scalar", "Turn the range into a vector: rate(x[5m]), last_over_time(x[5m]).");
        }

        return _log.AddQuery(query);
    }

    private ImmutableArray<TemplateValue> Index(ImmutableArray<ImmutableArray<TemplateValue>> arguments)
    {
        var of = arguments[0];
        var results = Map(arguments, 0, TemplateValueKind.QueryResult, TemplateValueKind.Sample);
        return
        [
            .. results,
            .. ReadLabels(of, TemplateValueKind.Labels, arguments[1]),
            .. ReadLabels(of, TemplateValueKind.ExternalLabels, arguments[1]),
            .. ReadLabels(of, TemplateValueKind.SampleLabels, arguments[1]),
        ];
    }

    /// <summary>Reads the labels that some values name, of other values.</summary>
    private ImmutableArray<TemplateValue> ReadLabels(ImmutableArray<TemplateValue> of, TemplateValueKind kind, ImmutableArray<TemplateValue> names)
    {
        ImmutableArray<TemplateString> literals = [.. names.Select(v => v.Literal).OfType<TemplateString>()];
        foreach (var value in of.Where(v => v.Kind == kind))
        {
            foreach (var name in literals)
            {
                _log.Label(value, name.Value, name.Span, name.Span, _isTest);
            }

            if (literals.IsEmpty)
            {
                _log.UseAll([value with { Kind = kind is TemplateValueKind.Sample or TemplateValueKind.QueryResult ? TemplateValueKind.SampleLabels : kind }]);
            }
        }

        _log.UseAll(names);
        return of.Any(v => v.Kind == kind) ? [new TemplateValue(TemplateValueKind.Text, of[0].Origin)] : [];
    }

    /// <summary>What the result still has of the numbers among the arguments.</summary>
    private ImmutableArray<TemplateValue> Derive(TemplateFunctionName function, ImmutableArray<ImmutableArray<TemplateValue>> arguments)
    {
        var format = function.Name == "printf" && arguments.Length > 0 ? arguments[0].Select(v => v.Literal?.Value).FirstOrDefault() : null;
        var results = ImmutableArray.CreateBuilder<TemplateValue>();
        for (var i = 0; i < arguments.Length; i++)
        {
            var use = new TemplateFunctionUse(function.Name, function.Span, format, i);
            foreach (var value in arguments[i])
            {
                if (value.Kind == TemplateValueKind.Number)
                {
                    var functions = value.Functions.Length < TemplateValue.MostFunctions ? value.Functions.Add(use) : value.Functions;
                    results.Add(value with { Functions = functions });
                }
                else
                {
                    _log.UseAll([value]);
                }
            }
        }

        return results.ToImmutable();
    }

    private void CheckCount(TemplateFunctionName name, int count)
    {
        if (TemplateFunctions.Find(name.Name) is not { } function || (count >= function.MinArguments && count <= (function.MaxArguments ?? int.MaxValue)))
        {
            return;
        }

        var wanted = function.MaxArguments == function.MinArguments ? function.MinArguments.ToString(CultureInfo.InvariantCulture)
            : count < function.MinArguments ? string.Create(CultureInfo.InvariantCulture, $"at least {function.MinArguments}")
            : string.Create(CultureInfo.InvariantCulture, $"at most {function.MaxArguments}");
        _log.Warn(
            TemplateDiagnostics.WrongArguments,
            name.Span,
            string.Create(CultureInfo.InvariantCulture, $"wrong number of args for {name.Name}: want {wanted} got {count}"),
            null);
    }
}
