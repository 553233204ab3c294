namespace SloCompiler.Language.Templates.Parsing;

/// <summary>What keeps a hostile template from taking all time and memory.</summary>
public static class TemplateLimits
{
    /// <summary>Longest template, in UTF-16 units.</summary>
    public const int MaxLength = 1_000_000;

    /// <summary>Most blocks and parentheses inside each other.</summary>
    public const int MaxNesting = 10_000;

    /// <summary>Most errors of one template; the rest are left out.</summary>
    public const int MaxErrors = 50;

    /// <summary>Most operands that are followed to find what a template reads.</summary>
    public const int MaxSteps = 200_000;
}
