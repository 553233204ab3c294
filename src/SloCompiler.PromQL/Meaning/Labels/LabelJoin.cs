using System.Collections.Immutable;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary><c>label_join(v, dst, separator, src…)</c>.</summary>
internal static class LabelJoin
{
    public static Func<LabelBranch, LabelBranch> Of(CallExpr call)
    {
        if (StringArgument.Of(call, 1) is not { Length: > 0 } target || StringArgument.Of(call, 2) is not { } separator)
        {
            return b => b;
        }

        var sources = call.Arguments.Skip(3).Select(StringArgument.Of).ToImmutableArray();
        return b => b with { Labels = b.Labels.With(Joined(call, b.Labels, target, separator, sources)) };
    }

    private static LabelPromise Joined(
        CallExpr call, LabelSet labels, string target, string separator, ImmutableArray<string?> sources)
    {
        var written = CallFlow.ReasonOf(call, LabelReasonKind.Written);
        var promises = sources.Select(s => s is null ? null : labels.Lookup(s)).ToImmutableArray();
        if (promises.All(p => p is not null && (p.IsImpossible || p.Constant is not null)))
        {
            var value = string.Join(separator, promises.Select(p => p?.Constant ?? ""));
            return value.Length > 0
                ? LabelPromise.Constantly(target, value, written)
                : LabelPromise.Impossible(target, CallFlow.ReasonOf(call, LabelReasonKind.Removed));
        }

        var isSeparated = separator.Length > 0 && sources.Length > 1;
        return isSeparated || promises.Any(p => p is { IsGuaranteed: true })
            ? LabelPromise.Guaranteed(target, written)
            : LabelPromise.Possible(target, CallFlow.ReasonOf(call, LabelReasonKind.MaybeWritten));
    }
}
