using Sprache;

namespace SloCompiler.Benchmarks;

/// <summary>
/// A recogniser of everyday PromQL written with Sprache over characters, as the yardstick for the hand-written parser. It builds
/// no tree and checks no types, which is in its favour.
/// </summary>
internal static class SpracheExpressions
{
    private static readonly Parser<string> Identifier =
        Parse.Regex("[a-zA-Z_:][a-zA-Z0-9_:]*").Token();

    private static readonly Parser<string> Number = Parse.Regex("[0-9]+(\\.[0-9]+)?(e[+-]?[0-9]+)?").Token();

    private static readonly Parser<string> Text =
        Parse.Regex("\"(\\\\.|[^\"\\\\])*\"").Token();

    private static readonly Parser<string> Matcher =
        from name in Identifier
        from op in Parse.String("=~").Or(Parse.String("!~")).Or(Parse.String("!=")).Or(Parse.String("=")).Text().Token()
        from value in Text
        select name;

    private static readonly Parser<string> Braces =
        from open in Parse.Char('{').Token()
        from matchers in Matcher.DelimitedBy(Parse.Char(',').Token()).Optional()
        from close in Parse.Char('}').Token()
        select "";

    private static readonly Parser<string> Range = Parse.Regex("\\[[0-9a-z]+(:[0-9a-z]*)?\\]").Token();

    private static readonly Parser<string> Labels =
        from open in Parse.Char('(').Token()
        from names in Identifier.DelimitedBy(Parse.Char(',').Token()).Optional()
        from close in Parse.Char(')').Token()
        select "";

    private static readonly Parser<string> Clause =
        from word in Parse.Regex("(by|without|on|ignoring|group_left|group_right)\\b").Token()
        from labels in Labels.Optional()
        select word;

    private static readonly Parser<string> Call =
        from name in Identifier
        from clause in Clause.Optional()
        from open in Parse.Char('(').Token()
        from arguments in Parse.Ref(() => Expression).DelimitedBy(Parse.Char(',').Token()).Optional()
        from close in Parse.Char(')').Token()
        from after in Clause.Optional()
        from range in Range.Optional()
        select name;

    private static readonly Parser<string> Selector =
        from name in Identifier
        from braces in Braces.Optional()
        from range in Range.Optional()
        select name;

    private static readonly Parser<string> Group =
        from open in Parse.Char('(').Token()
        from inner in Parse.Ref(() => Expression)
        from close in Parse.Char(')').Token()
        from range in Range.Optional()
        select inner;

    private static readonly Parser<string> Operand = Group.Or(Call).Or(Selector).Or(Number).Or(Text);

    private static readonly Parser<string> Operator =
        from op in Parse.Regex("(\\+|-|\\*|/|%|\\^|==|!=|<=|>=|<|>|(and|or|unless|atan2)\\b)").Token()
        from modifier in Parse.Regex("bool\\b").Token().Optional()
        from clauses in Clause.Many()
        select op;

    public static readonly Parser<string> Expression = Parse.ChainOperator(Operator, Operand, (op, left, right) => left);

    public static bool Accepts(string text) => Expression.End().TryParse(text).WasSuccessful;
}
