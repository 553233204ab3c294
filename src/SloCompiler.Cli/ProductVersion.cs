using System.Reflection;

namespace SloCompiler.Cli;

/// <summary>The version of this program.</summary>
internal static class ProductVersion
{
    /// <summary>As <c>slo --version</c> prints it.</summary>
    public static string Text { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
}
