namespace SloCompiler.Language.Fields;

/// <summary>Forms of the examples of fields for messages.</summary>
internal static class Examples
{
    /// <summary>The example on one line; dots stand for the rest of a longer one.</summary>
    public static string OneLine(Field field)
    {
        var lineBreak = field.Example.IndexOf('\n', StringComparison.Ordinal);
        return lineBreak < 0 ? field.Example : "…";
    }
}
