using SloCompiler.Language.Model;

namespace SloCompiler.Lowering;

/// <summary>Lowers a set of specs to a plan through the ordered passes.</summary>
public static class SpecLowering
{
    /// <summary>Lowers every service that can be lowered; never throws for bad specs.</summary>
    public static LoweringResult Lower(SpecSet specs) => throw new NotSupportedException(specs.Config.Output);
}
