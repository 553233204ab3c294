namespace SloCompiler.BackEnds.Grafana.Model;

/// <summary>A link of a dashboard or a panel.</summary>
internal abstract record Link(string Title);

/// <summary>A link to an address.</summary>
/// <param name="Url">An address that is safe to follow.</param>
/// <param name="Tooltip">What is there.</param>
/// <param name="Icon">Grafana's name of the icon.</param>
/// <param name="IsExternal">Whether it opens in a new tab and takes neither time range nor variables along.</param>
internal sealed record UrlLink(string Title, string Url, string Tooltip, string Icon, bool IsExternal) : Link(Title);

/// <summary>A menu of all dashboards with a tag.</summary>
internal sealed record TagLink(string Title, string Tag, string Tooltip) : Link(Title);
