using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.PromQL.Parsing;

namespace SloCompiler.Language.Formatting.Expressions;

/// <summary>What is known of a node of a document: where below it expressions are.</summary>
internal abstract class NodeLayout
{
    /// <summary>Nothing below holds an expression.</summary>
    public static NodeLayout Nothing { get; } = new NoLayout();

    /// <summary>How the node is read, if it is an expression.</summary>
    public virtual (PromQlParseOptions Options, bool IsStrict)? Expression => null;

    /// <summary>The items of a list.</summary>
    public virtual NodeLayout Item() => Nothing;

    /// <summary>The value of a key.</summary>
    public virtual NodeLayout Value(string key) => Nothing;

    private sealed class NoLayout : NodeLayout;
}

/// <summary>A path of keys, <c>[]</c> for the items of a list, at whose end an expression is.</summary>
internal sealed class PathLayout(ReadOnlyMemory<string> path, bool isStrict) : NodeLayout
{
    private const string Items = "[]";

    /// <inheritdoc />
    public override (PromQlParseOptions Options, bool IsStrict)? Expression
        => path.IsEmpty ? (PromQlParseOptions.Default, isStrict) : null;

    /// <inheritdoc />
    public override NodeLayout Item() => Value(Items);

    /// <inheritdoc />
    public override NodeLayout Value(string key)
        => !path.IsEmpty && path.Span[0] == key ? new PathLayout(path[1..], isStrict) : Nothing;
}

/// <summary>A field of a spec.</summary>
internal sealed class FieldLayout(FieldType type) : NodeLayout
{
    /// <inheritdoc />
    public override (PromQlParseOptions Options, bool IsStrict)? Expression
        => type is PromQlType promQl ? (promQl.Options, true) : null;

    /// <inheritdoc />
    public override NodeLayout Item() => this;

    /// <inheritdoc />
    public override NodeLayout Value(string key)
    {
        if (type.ValuesOfFreeKeys is { } values)
        {
            return new FieldLayout(values);
        }

        var field = type.Shapes.SelectMany(s => s.Fields).FirstOrDefault(f => f.Name == key);
        return field is null ? Nothing : new FieldLayout(field.Type);
    }
}
