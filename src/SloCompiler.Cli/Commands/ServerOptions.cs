using System.CommandLine;
using System.CommandLine.Parsing;
using SloCompiler.Language.Project.Server;
using SloCompiler.Prometheus;

namespace SloCompiler.Cli.Commands;

/// <summary>The options of every command that asks a server. No option takes a secret: command lines are seen by everybody on a machine.</summary>
internal sealed class ServerOptions
{
    private readonly Option<string?> _bearerTokenFile = new("--bearer-token-file")
    {
        Description = "File with a bearer token for the server.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _headersFile = new("--headers-file")
    {
        Description = "File with headers for the server, one \"Name: value\" on each line.",
        HelpName = "FILE",
    };

    /// <summary>Makes the options.</summary>
    /// <param name="name">Name of the option with the address.</param>
    /// <param name="description">What the address is.</param>
    public ServerOptions(string name = "--prometheus", string description = "Address of the Prometheus, in place of that in slo.yaml.")
    {
        Url = new Option<string?>(name) { Description = description, HelpName = "URL" };
        Url.Validators.Add(result =>
        {
            if (result.Tokens is [var only] && ServerUrl.Parse(only.Value, out var problem) is null)
            {
                result.AddError($"{name}: the address {problem}.");
            }
        });
    }

    /// <summary>The address.</summary>
    public Option<string?> Url { get; }

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(Url);
        command.Add(_bearerTokenFile);
        command.Add(_headersFile);
    }

    /// <summary>The name of one that is given; null where none is.</summary>
    public string? FirstGiven(CommandResult result)
        => new[] { Url, _bearerTokenFile, _headersFile }.FirstOrDefault(option => result.GetResult(option) is { Implicit: false })?.Name;

    /// <summary>The address that is given; null where none is.</summary>
    public Uri? UrlOf(ParseResult parsed) => parsed.GetValue(Url) is { } text ? ServerUrl.Parse(text, out _) : null;

    /// <summary>What they say.</summary>
    public ServerRequest Read(ParseResult parsed) => new(
        UrlOf(parsed),
        parsed.GetValue(_bearerTokenFile),
        parsed.GetValue(_headersFile));
}
