using System.Collections.Immutable;
using SloCompiler.Language.Templates.Parsing;
using SloCompiler.Language.Templates.Syntax;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.Language.Templates.References;

/// <summary>
/// Executes a template with values that stand for what they are: both branches of every condition, every loop once, every
/// template that is called once for every kind of value that it is called with.
/// </summary>
internal sealed partial class ReferenceFinder(GoTemplateTree tree)
{
    private readonly ReferenceLog _log = new();
    private readonly Dictionary<string, ImmutableArray<TemplateNode>> _definitions = new(StringComparer.Ordinal);
    private readonly HashSet<(string Name, string Dot)> _called = [];
    private List<(string Name, ImmutableArray<TemplateValue> Values)> _variables = [];
    private ImmutableArray<TemplateValue> _dot = [];
    private bool _isTest;
    private int _steps;

    public TemplateReferences Run()
    {
        FindDefinitions(tree.Nodes);
        var alert = new TemplateValue(TemplateValueKind.Alert, default);
        _dot = [alert];
        _variables =
        [
            ("$", _dot),
            ("$labels", [new TemplateValue(TemplateValueKind.Labels, default)]),
            ("$externalLabels", [new TemplateValue(TemplateValueKind.ExternalLabels, default)]),
            ("$externalURL", [new TemplateValue(TemplateValueKind.Text, default)]),
            ("$value", [new TemplateValue(TemplateValueKind.Number, default)]),
        ];
        Visit(tree.Nodes);
        return _log.ToReferences();
    }

    private void FindDefinitions(ImmutableArray<TemplateNode> nodes)
    {
        var open = new Stack<ImmutableArray<TemplateNode>>([nodes]);
        while (open.TryPop(out var list))
        {
            foreach (var node in list)
            {
                if (node is TemplateDefinition definition)
                {
                    // An empty definition does not replace another one.
                    _definitions[definition.Name] = definition.Body.IsEmpty ? _definitions.GetValueOrDefault(definition.Name, []) : definition.Body;
                    open.Push(definition.Body);
                }
                else if (node is TemplateBranch branch)
                {
                    open.Push(branch.Body);
                    open.Push(branch.Else);
                }
            }
        }
    }

    private void Visit(ImmutableArray<TemplateNode> nodes)
    {
        if (!StackGuard.HasRoom)
        {
            StackGuard.OnFreshStack(() =>
            {
                Visit(nodes);
                return true;
            });
            return;
        }

        for (var i = 0; i < nodes.Length && _steps < TemplateLimits.MaxSteps; i++)
        {
            Visit(nodes[i], i + 1 < nodes.Length && nodes[i + 1] is TemplateText behind ? behind.Text : "");
        }
    }

    private void Visit(TemplateNode node, string textBehind)
    {
        switch (node)
        {
            case TemplateAction action:
                var values = Evaluate(action.Pipeline);
                if (action.Pipeline.Variables.IsEmpty)
                {
                    _log.Use(values, TemplateValueUse.Printed, textBehind);
                }

                break;
            case TemplateBranch branch:
                VisitBranch(branch);
                break;
            case TemplateCall call:
                Call(call.Name, call.NameSpan, call.Pipeline);
                break;
            case TemplateDefinition { Pipeline: { } pipeline } block:
                Call(block.Name, block.NameSpan, pipeline);
                break;
            default:
                break;
        }
    }

    private void VisitBranch(TemplateBranch branch)
    {
        var (dot, count) = (_dot, _variables.Count);
        _isTest = branch.Kind != TemplateBranchKind.Range;
        var values = branch.Kind == TemplateBranchKind.Range ? EvaluateRange(branch.Pipeline) : Evaluate(branch.Pipeline);
        _isTest = false;
        if (branch.Kind != TemplateBranchKind.Range && branch.Pipeline.Variables.IsEmpty)
        {
            _log.Use(values, TemplateValueUse.Tested, "");
        }

        _dot = branch.Kind == TemplateBranchKind.If ? dot : values;
        Visit(branch.Body);
        _dot = dot;
        Visit(branch.Else);
        _variables.RemoveRange(count, _variables.Count - count);
    }

    /// <summary>The elements that a loop goes through; its variables are declared.</summary>
    private ImmutableArray<TemplateValue> EvaluateRange(TemplatePipeline pipeline)
    {
        var values = EvaluateCommands(pipeline);
        _log.UseAll([.. values.Where(v => v.Kind is TemplateValueKind.Labels or TemplateValueKind.SampleLabels or TemplateValueKind.Number)]);
        ImmutableArray<TemplateValue> elements = [.. values.Select(ElementOf).OfType<TemplateValue>()];
        var names = pipeline.Variables;
        if (names.Length == 2)
        {
            Set(names[0], [new TemplateValue(TemplateValueKind.Text, pipeline.Span)], pipeline.IsAssignment);
        }

        if (names.Length > 0)
        {
            Set(names[^1], elements, pipeline.IsAssignment);
        }

        return elements;
    }

    private static TemplateValue? ElementOf(TemplateValue value) => value.Kind switch
    {
        TemplateValueKind.QueryResult => value with { Kind = TemplateValueKind.Sample },
        TemplateValueKind.Labels or TemplateValueKind.ExternalLabels or TemplateValueKind.SampleLabels => value with { Kind = TemplateValueKind.Text },
        _ => null,
    };

    private void Call(string name, TextSpan nameSpan, TemplatePipeline? pipeline)
    {
        var dot = pipeline is null ? [] : Evaluate(pipeline);
        _log.Use(dot, TemplateValueUse.Kept, "");
        if (!_definitions.TryGetValue(name, out var body))
        {
            _log.Warn(TemplateDiagnostics.UndefinedTemplate, nameSpan, $"template {GoText.Quote(name)} not defined", null);
            return;
        }

        if (!_called.Add((name, string.Join(';', dot.Select(v => v.Identity)))))
        {
            return;
        }

        var (outerDot, outerVariables) = (_dot, _variables);
        (_dot, _variables) = (dot, [("$", dot)]);
        Visit(body);
        (_dot, _variables) = (outerDot, outerVariables);
    }

    private void Set(TemplateName name, ImmutableArray<TemplateValue> values, bool isAssignment)
    {
        if (!isAssignment)
        {
            _variables.Add((name.Name, values));
            return;
        }

        var index = _variables.FindLastIndex(v => v.Name == name.Name);
        if (index < 0)
        {
            _log.Warn(TemplateDiagnostics.UndeclaredAssignment, name.Span, $"undefined variable: {name.Name}", $"Write {name.Name} := … here, or declare it in front of the block.");
            _variables.Add((name.Name, values));
            return;
        }

        // Whether the assignment is reached is not known, so what was there before stays possible.
        _variables[index] = (name.Name, TemplateValue.Union(_variables[index].Values, values));
    }
}
