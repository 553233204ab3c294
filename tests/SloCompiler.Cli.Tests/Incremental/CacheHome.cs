using System.Runtime.CompilerServices;

namespace SloCompiler.Cli.Tests.Incremental;

/// <summary>The commands that tests run remember nothing in the folder of whoever runs the tests.</summary>
internal static class CacheHome
{
    [ModuleInitializer]
    internal static void Set() => Environment.SetEnvironmentVariable("XDG_CACHE_HOME", Path.Combine(AppContext.BaseDirectory, "caches"));
}
