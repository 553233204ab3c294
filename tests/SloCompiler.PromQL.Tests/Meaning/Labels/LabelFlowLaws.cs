using FsCheck.Fluent;
using SloCompiler.PromQL.Meaning;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.PromQL.Tests.Meaning.Labels;

public sealed class LabelFlowLaws
{
    private static readonly MeaningContext Context = Catalogue.OfCases.Context();

    [Fact]
    public void Redundant_parentheses_change_nothing()
        => Hold(tree => Describe(Flow(tree).Root) == Describe(Flow(new Wrapping().Visit(tree)).Root));

    [Fact]
    public void A_part_returns_the_same_alone_and_inside_the_whole() => Hold(tree =>
    {
        var flow = Flow(tree);
        return PromQlWalker.DescendantsAndSelf(tree).All(node => Describe(flow.At(node)) == Describe(Flow(node).Root));
    });

    [Fact]
    public void Labels_are_named_once_and_in_order() => Hold(tree => Flow(tree).Root.Branches.All(b =>
        b.Labels.Named.Select(p => p.Name).SequenceEqual(b.Labels.Named.Select(p => p.Name).Distinct().Order(StringComparer.Ordinal))));

    [Fact]
    public void Every_promise_has_a_reason_to_show() => Hold(tree => LabelFlowText.Explain(Flow(tree)).Length > 0);

    [Fact]
    public void What_is_known_only_grows_with_a_matcher() => Hold(tree => PromQlWalker.Selectors(tree).All(selector =>
    {
        var narrow = selector with { Matchers = selector.Matchers.Add(new LabelMatcher("job", MatchOperator.NotEqual, "")) };
        var branches = Flow(narrow).Root.Branches;
        return branches.All(b => b.IsDead || b.Labels.Of("job").IsGuaranteed);
    }));

    private static LabelFlow Flow(PromQlExpr expr) => LabelFlow.Of(expr, Context);

    private static string Describe(LabelFlowResult result)
        => $"{result.Type} {result.IsNeverEmpty} {string.Join(" or ", result.Branches.Select(LabelFlowText.Line))}";

    private static void Hold(Func<PromQlExpr, bool> law) => Laws.Hold(Prop.ForAll(Trees.All, law));

    private sealed class Wrapping : PromQlRewriter
    {
        protected override PromQlExpr VisitUnary(UnaryExpr expr) => new ParenExpr(base.VisitUnary(expr));

        protected override PromQlExpr VisitBinary(BinaryExpr expr) => new ParenExpr(new ParenExpr(base.VisitBinary(expr)));

        protected override PromQlExpr VisitAggregate(AggregateExpr expr) => new ParenExpr(base.VisitAggregate(expr));

        protected override PromQlExpr VisitCall(CallExpr expr) => new ParenExpr(base.VisitCall(expr));

        protected override PromQlExpr VisitString(StringLiteral expr) => new ParenExpr(expr);
    }
}
