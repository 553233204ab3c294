namespace SloCompiler.Fuzzing;

/// <summary>A law that does not hold for an input.</summary>
internal sealed class BrokenLaw(string law) : Exception(law)
{
    /// <summary>Throws where the law does not hold.</summary>
    public static void Unless(bool holds, string law)
    {
        if (!holds)
        {
            throw new BrokenLaw(law);
        }
    }
}
