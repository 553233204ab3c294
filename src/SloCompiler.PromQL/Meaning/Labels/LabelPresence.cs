namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>What is certain of a label on the series of a result.</summary>
public enum LabelPresence
{
    /// <summary>No series has it.</summary>
    Impossible,

    /// <summary>Series may have it, or may not.</summary>
    Possible,

    /// <summary>Every series has it.</summary>
    Guaranteed,
}
