using System.Globalization;
using System.Text.RegularExpressions;
using HandlebarsDotNet;
using SloCompiler.Diagnostics;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Templating;

/// <summary>
/// Handlebars templates that write HTML. Every value is escaped; only what helpers of <see cref="AddMarkup"/> give is not. Models are
/// dictionaries with texts, truth values, lists and dictionaries, because plain objects need reflection. Slow to start: nothing on
/// the path of <c>check</c> and <c>compile</c> may touch this class. Not safe for use by several threads at once.
/// </summary>
public sealed partial class TemplateSet
{
    private readonly IHandlebars _engine = Handlebars.Create(new HandlebarsConfiguration
    {
        TextEncoder = new HtmlText.Encoder(),
        FormatProvider = CultureInfo.InvariantCulture,
    });

    private readonly Dictionary<string, Page> _pages = new(StringComparer.Ordinal);

    /// <summary>Adds a helper of one argument that gives markup.</summary>
    /// <param name="name">Its name: <c>{{chart charts.detection}}</c>.</param>
    /// <param name="write">The markup for the value of the argument; null where there is none.</param>
    public void AddMarkup(string name, Func<object?, string> write)
        => _engine.RegisterHelper(name, (in EncodedTextWriter output, in HelperOptions _, in Context _, in Arguments arguments) =>
            output.WriteSafeString(write(arguments.Length > 0 && arguments[0] is not UndefinedBindingResult ? arguments[0] : null)));

    /// <summary>Adds a template that others can take in as <c>{{> name}}</c>.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="source">Its text.</param>
    /// <param name="diagnostics">Takes what is wrong with it.</param>
    public void Add(string name, SourceText source, DiagnosticBag diagnostics)
    {
        var tags = TemplateTag.Of(source);
        var found = new DiagnosticBag();
        foreach (var tag in tags.Where(t => t.Sign is '{' or '&'))
        {
            found.Report(ReportDiagnostics.UnescapedTemplate, tag.Span, $"{{{{{tag.Sign}{tag.Name} is written without escaping.");
        }

        CheckBlocks(source, [.. tags], found);
        if (!found.HasErrors)
        {
            Try(source, found, () =>
            {
                using var text = new StringReader(source.Content);
                var fill = _engine.Compile(text);
                _pages[name] = new Page(source, fill);
                _engine.RegisterTemplate(name, fill);
                return "";
            });
        }

        diagnostics.ReportAll(found);
    }

    /// <summary>Fills in a template.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="model">What it may show.</param>
    /// <param name="diagnostics">Takes what goes wrong.</param>
    /// <returns>The text; null where something went wrong, or the template is missing.</returns>
    public string? Write(string name, IReadOnlyDictionary<string, object?> model, DiagnosticBag diagnostics)
        => _pages.TryGetValue(name, out var page) ? Try(page.Source, diagnostics, () => Fill(page, model)) : null;

    private static string Fill(Page page, IReadOnlyDictionary<string, object?> model)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        page.Fill(output, model);
        return output.ToString();
    }

    private static void CheckBlocks(SourceText source, IReadOnlyList<TemplateTag> tags, DiagnosticBag diagnostics)
    {
        var open = new Stack<TemplateTag>();
        foreach (var tag in tags)
        {
            if (tag.Sign == '#')
            {
                open.Push(tag);
            }
            else if (tag.Sign == '/' && (!open.TryPop(out var begin) || begin.Name != tag.Name))
            {
                var what = begin is null ? "no block is open" : $"line {begin.Span.Start.Line} opens {begin.Name}";
                diagnostics.Report(ReportDiagnostics.BrokenTemplate, tag.Span, $"{{{{/{tag.Name}}}}} closes {tag.Name}, but {what}.");
                return;
            }
        }

        if (open.TryPop(out var last))
        {
            diagnostics.Report(ReportDiagnostics.BrokenTemplate, last.Span, $"{{{{#{last.Name}}}}} is never closed.");
        }
        else if (source.Content.LastIndexOf("{{", StringComparison.Ordinal) is >= 0 and var start && source.Content.IndexOf("}}", start, StringComparison.Ordinal) < 0)
        {
            diagnostics.Report(ReportDiagnostics.BrokenTemplate, source.Span(start, 2), "{{ is never closed.");
        }
    }

    // The engine throws several kinds of exceptions for templates that are wrong.
    private static string? Try(SourceText source, DiagnosticBag diagnostics, Func<string> work)
    {
        try
        {
            return work();
        }
        catch (Exception problem) when (problem is HandlebarsException or InvalidOperationException or ArgumentException or FormatException or InvalidCastException or NullReferenceException)
        {
            diagnostics.Report(ReportDiagnostics.BrokenTemplate, PlaceOf(source, problem.Message), $"{FirstLine(problem.Message)}.");
            return null;
        }
    }

    private static string FirstLine(string message) => message.Split('\n')[0].TrimEnd('.', ' ');

    // Some messages end in "Occured at: line:column", with lines from 0; others quote a name.
    private static SourceSpan PlaceOf(SourceText source, string message)
    {
        if (Position().Match(message) is { Success: true } position
            && int.TryParse(position.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            && line < source.LineCount)
        {
            return source.Span(source.GetLineStart(line + 1), source.GetLine(line + 1).Length);
        }

        var name = Quoted().Match(message) is { Success: true } quoted ? quoted.Groups[1].Value.TrimStart('#') : null;
        return name is { Length: > 0 } && TemplateTag.Of(source).FirstOrDefault(t => t.Name == name) is { } tag ? tag.Span : source.StartOfFile;
    }

    [GeneratedRegex(@"Occured at: ?(\d+):\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Position();

    [GeneratedRegex("'([^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    /// <param name="Source">The text.</param>
    /// <param name="Fill">Fills it in.</param>
    private sealed record Page(SourceText Source, HandlebarsTemplate<TextWriter, object, object> Fill);
}
