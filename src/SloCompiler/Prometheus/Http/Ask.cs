using System.Text;

namespace SloCompiler.Prometheus.Http;

/// <summary>A question: a path of the API with parameters.</summary>
/// <param name="path">The path below the address, without a slash at its start.</param>
internal sealed class Ask(string path)
{
    private readonly StringBuilder _encoded = new();

    /// <summary>The path below the address.</summary>
    public string Path { get; } = path;

    /// <summary>The parameters as a URL and a form hold them.</summary>
    public string Parameters => _encoded.ToString();

    /// <summary>What tells it from other questions.</summary>
    public string Key => $"{Path}?{_encoded}";

    /// <summary>Adds a parameter; null adds nothing.</summary>
    public Ask With(string name, string? value)
    {
        if (value is not null)
        {
            _encoded.Append(_encoded.Length > 0 ? "&" : "").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }

        return this;
    }
}
