using System.Collections.Immutable;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;

namespace SloCompiler.Checks.Rules.Policies;

/// <summary>Fields that several policies have.</summary>
internal static class PolicyFields
{
    /// <summary>The kinds of rules that a policy is about.</summary>
    public static Field<ImmutableArray<SubjectKind>> Kinds() => new(
        "kinds",
        new ListType<SubjectKind>(new EnumType<SubjectKind>(("alert", SubjectKind.Alert), ("record", SubjectKind.Record))) { AllowsSingle = true },
        "The kinds of rules that it is about.")
    {
        Default = "both",
        Example = "[alert]",
    };

    /// <summary>Names of labels.</summary>
    public static Field<ImmutableArray<string>> Labels(string name, string doc) => new(
        name, new ListType<string>(TextType.Instance) { AllowsSingle = true }, doc)
    {
        Default = "none",
        Example = "[job]",
    };
}
