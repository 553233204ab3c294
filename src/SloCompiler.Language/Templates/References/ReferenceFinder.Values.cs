using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.Language.Templates.Syntax;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.Language.Templates.References;

/// <summary>What pipelines, commands and operands give.</summary>
internal sealed partial class ReferenceFinder
{
    private static readonly ImmutableArray<string> AlertFields = ["Labels", "Value", "ExternalLabels", "ExternalURL"];
    private static readonly ImmutableArray<string> SampleFields = ["Labels", "Value"];

    private ImmutableArray<TemplateValue> Evaluate(TemplatePipeline pipeline)
    {
        var values = EvaluateCommands(pipeline);
        foreach (var name in pipeline.Variables)
        {
            _log.Use(values, TemplateValueUse.Kept, "");
            Set(name, values, pipeline.IsAssignment);
        }

        return values;
    }

    private ImmutableArray<TemplateValue> EvaluateCommands(TemplatePipeline pipeline)
    {
        ImmutableArray<TemplateValue>? piped = null;
        foreach (var command in pipeline.Commands)
        {
            piped = Evaluate(command, piped);
        }

        return piped ?? [];
    }

    private ImmutableArray<TemplateValue> Evaluate(TemplateCommand command, ImmutableArray<TemplateValue>? piped)
    {
        _steps += command.Operands.Length;
        var first = command.Operands[0];
        var arguments = ImmutableArray.CreateBuilder<ImmutableArray<TemplateValue>>(command.Operands.Length);
        foreach (var operand in command.Operands.AsSpan()[1..])
        {
            arguments.Add(Evaluate(operand));
        }

        if (piped is { } last)
        {
            arguments.Add(last);
        }

        if (first is TemplateFunctionName function)
        {
            CheckCount(function, arguments.Count);
            return Apply(function, arguments.ToImmutable(), command.Span);
        }

        var values = Evaluate(first);
        if (arguments.Count > 0)
        {
            RefuseArguments(first, values);
            _log.UseAll([.. arguments.SelectMany(a => a)]);
        }

        return values;
    }

    private ImmutableArray<TemplateValue> Evaluate(TemplateOperand operand)
    {
        if (!StackGuard.HasRoom)
        {
            return StackGuard.OnFreshStack(() => Evaluate(operand));
        }

        return operand switch
        {
            TemplateDot => At(_dot, operand.Span),
            TemplateVariable variable => At(ValuesOf(variable.Name), operand.Span),
            TemplateFields fields => EvaluateFields(fields),
            TemplateParentheses parentheses => Evaluate(parentheses.Pipeline),
            TemplateString literal => [new TemplateValue(TemplateValueKind.Literal, literal.Span) { Literal = literal }],
            TemplateFunctionName function => EvaluateAlone(function),
            _ => [],
        };
    }

    /// <summary>A function among arguments, which gets none itself.</summary>
    private ImmutableArray<TemplateValue> EvaluateAlone(TemplateFunctionName function)
    {
        CheckCount(function, 0);
        return [];
    }

    private ImmutableArray<TemplateValue> ValuesOf(string name)
    {
        var index = _variables.FindLastIndex(v => v.Name == name);
        return index < 0 ? [] : _variables[index].Values;
    }

    private static ImmutableArray<TemplateValue> At(ImmutableArray<TemplateValue> values, TextSpan span)
        => [.. values.Select(v => v with { Origin = span })];

    private ImmutableArray<TemplateValue> EvaluateFields(TemplateFields fields)
    {
        var values = Evaluate(fields.Of);
        foreach (var field in fields.Fields)
        {
            var span = TextSpan.FromBounds(fields.Span.Start, field.Span.End);
            values = [.. values.SelectMany(v => ReadField(v, field, span))];
        }

        return values;
    }

    private ImmutableArray<TemplateValue> ReadField(TemplateValue of, TemplateName field, TextSpan span)
    {
        if (of.Kind == TemplateValueKind.Arguments)
        {
            var index = field.Name.StartsWith("arg", StringComparison.Ordinal) && int.TryParse(field.Name.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
            return index >= 0 && index < of.Arguments.Length ? At(of.Arguments[index], span) : [];
        }

        return ReadSingle(of, field, span) is { } value ? [value] : [];
    }

    private TemplateValue? ReadSingle(TemplateValue of, TemplateName field, TextSpan span)
    {
        switch (of.Kind)
        {
            case TemplateValueKind.Labels or TemplateValueKind.ExternalLabels or TemplateValueKind.SampleLabels:
                _log.Label(of, field.Name, span, field.Span, _isTest);
                return new TemplateValue(TemplateValueKind.Text, span);
            case TemplateValueKind.Alert:
                return ReadKnown(of, field, span, AlertFields, "an alert");
            case TemplateValueKind.Sample:
                return ReadKnown(of, field, span, SampleFields, "a sample");
            case TemplateValueKind.Text or TemplateValueKind.Number or TemplateValueKind.QueryResult when of.Functions.IsEmpty:
                var what = of.Kind switch
                {
                    TemplateValueKind.Text => "text",
                    TemplateValueKind.Number => "a number",
                    _ => "the list of samples that a query gives",
                };
                var help = of.Kind == TemplateValueKind.QueryResult ? "Take one sample of it with `first`, or go through it with {{ range }}." : $"It is {what}, which has no fields.";
                _log.Warn(TemplateDiagnostics.UnknownField, field.Span, $"{what} has no field {field.Name}", help);
                return null;
            default:
                return null;
        }
    }

    private TemplateValue? ReadKnown(TemplateValue of, TemplateName field, TextSpan span, ImmutableArray<string> known, string what)
    {
        var isSample = of.Kind == TemplateValueKind.Sample;
        var kind = field.Name switch
        {
            "Labels" => isSample ? TemplateValueKind.SampleLabels : TemplateValueKind.Labels,
            "Value" => TemplateValueKind.Number,
            "ExternalLabels" when !isSample => TemplateValueKind.ExternalLabels,
            "ExternalURL" when !isSample => TemplateValueKind.Text,
            _ => TemplateValueKind.Unknown,
        };
        if (kind != TemplateValueKind.Unknown)
        {
            return of with { Kind = kind, Origin = span };
        }

        var help = Suggestions.Nearest(field.Name, known) is { } near
            ? $"Did you mean `.{near}`?"
            : $"It has {string.Join(", ", known.Select(k => "." + k))}; a label is read as .Labels.{field.Name}.";
        _log.Warn(TemplateDiagnostics.UnknownField, field.Span, $"{what} has no field {field.Name}", help);
        return null;
    }

    private void RefuseArguments(TemplateOperand first, ImmutableArray<TemplateValue> values)
    {
        // A value that is not known may have methods, as the time that toTime gives.
        if (first is not TemplateFields || !values.IsEmpty)
        {
            var text = tree.Text.Substring(first.Span.Start, Math.Min(first.Span.Length, 40));
            _log.Warn(TemplateDiagnostics.WrongArguments, first.Span, $"{text} is not a function but has arguments", "Only functions have arguments; values are printed one by one.");
        }
    }
}
