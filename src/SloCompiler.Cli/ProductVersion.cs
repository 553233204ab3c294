using System.Reflection;

namespace SloCompiler.Cli;

/// <summary>The version of this program.</summary>
internal static class ProductVersion
{
    private const int ShownOfCommit = 12;

    private static readonly string[] Parts =
        (typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+', 2);

    /// <summary>The version alone, such as <c>0.1.0</c>.</summary>
    public static string Text => Parts[0];

    /// <summary>As <c>slo --version</c> prints it: with the commit where it was built in a clone.</summary>
    public static string WithCommit => Parts is [_, var commit] ? $"{Text} ({commit[..Math.Min(ShownOfCommit, commit.Length)]})" : Text;
}
