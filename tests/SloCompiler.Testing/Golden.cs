using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace SloCompiler.Testing;

/// <summary>Compares texts with checked-in files.</summary>
public static class Golden
{
    /// <summary>Set to <c>1</c> to write what the tests produced instead of comparing.</summary>
    public const string AcceptVariable = "SLO_ACCEPT_GOLDENS";

    private static bool IsAccepting => Environment.GetEnvironmentVariable(AcceptVariable) == "1";

    /// <summary>
    /// Fails the test, showing the difference and the command that accepts it, unless the text is that of the file
    /// <c>Goldens/…</c> in the project of the calling test.
    /// </summary>
    /// <param name="relativePath">Path below <c>Goldens</c>, with forward slashes.</param>
    /// <param name="actual">What the product made.</param>
    /// <param name="callerPath">Filled in by the compiler.</param>
    public static void Matches(string relativePath, string actual, [CallerFilePath] string callerPath = "")
        => MatchesFile($"tests/{ProjectOf(callerPath)}/Goldens/{relativePath}", actual, $"tests/{ProjectOf(callerPath)}");

    /// <summary>The same for any checked-in file.</summary>
    /// <param name="repositoryPath">Path from the root of the repository, with forward slashes.</param>
    /// <param name="actual">What the product made.</param>
    /// <param name="testProject">Path of the test project, for the command that accepts the change.</param>
    public static void MatchesFile(string repositoryPath, string actual, string testProject)
    {
        var path = Repository.PathOf(repositoryPath);
        if (IsAccepting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? Repository.Root);
            File.WriteAllText(path, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        var expected = File.Exists(path) ? File.ReadAllText(path) : null;
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
        {
            Assert.Fail(Explain(repositoryPath, expected, actual, testProject));
        }
    }

    private static string Explain(string repositoryPath, string? expected, string actual, string testProject)
    {
        var what = expected is null ? "does not exist" : "differs (- expected, + actual)";
        return $"{repositoryPath} {what}:\n{LineDiff.Of(expected ?? "", actual)}\n"
            + $"If the change is right, accept it: {AcceptVariable}=1 dotnet test {testProject}";
    }

    private static string ProjectOf(string callerPath)
    {
        // A build server maps source paths, so only the part below "tests" can be trusted.
        const string Tests = "/tests/";
        var path = callerPath.Replace('\\', '/');
        var start = path.IndexOf(Tests + "SloCompiler", StringComparison.Ordinal);
        if (start < 0)
        {
            throw new ArgumentException($"{callerPath} is not in a test project.", nameof(callerPath));
        }

        return path[(start + Tests.Length)..].Split('/')[0];
    }
}
