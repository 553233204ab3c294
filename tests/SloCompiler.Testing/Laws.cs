using FsCheck;

namespace SloCompiler.Testing;

/// <summary>Laws over generated values. The seed is fixed, so that a run can be repeated; change it to search elsewhere.</summary>
public static class Laws
{
    private const ulong Seed = 20_260_101;
    private const ulong Gamma = 1_442_695_040_888_963_407;

    /// <summary>Fails with the smallest counter-example found.</summary>
    public static void Hold(Property law, int cases = 200)
        => law.Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(Seed, Gamma));
}
