using Xunit;

namespace SloCompiler.Packages.Tests;

/// <summary>A test of packages: skipped where none are given, except in CI, where their absence fails the test.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PackageFactAttribute : FactAttribute
{
    /// <summary>Looks for the packages.</summary>
    public PackageFactAttribute() => Skip = PackageFeed.ReasonToSkip;
}
