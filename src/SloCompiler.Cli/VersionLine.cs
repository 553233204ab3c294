using System.CommandLine;
using System.CommandLine.Invocation;

namespace SloCompiler.Cli;

/// <summary>What <c>slo --version</c> prints.</summary>
internal sealed class VersionLine : SynchronousCommandLineAction
{
    /// <summary>Puts it in the place of the bare version.</summary>
    public static void Install(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            if (option is VersionOption)
            {
                option.Action = new VersionLine();
            }
        }
    }

    /// <inheritdoc />
    public override bool ClearsParseErrors => true;

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.Write($"slo {ProductVersion.WithCommit}\n");
        return ExitCodes.Clean;
    }
}
