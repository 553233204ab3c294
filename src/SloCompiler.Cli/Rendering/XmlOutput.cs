using System.Text;
using System.Xml;

namespace SloCompiler.Cli.Rendering;

/// <summary>XML as the formats of build servers want it.</summary>
internal static class XmlOutput
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
        OmitXmlDeclaration = true,
    };

    /// <summary>Writes a document and a line break.</summary>
    public static void Write(TextWriter writer, Action<XmlWriter> write)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using (var xml = XmlWriter.Create(text, Settings))
        {
            write(xml);
        }

        writer.Write(text.Append('\n').ToString());
    }

    /// <summary>Text of users without the characters that XML has no way to write.</summary>
    public static string Clean(string text)
        => string.Concat(text.EnumerateRunes().Select(r => r.Value is (< 0x20 and not '\t' and not '\n') or 0xfffe or 0xffff ? "\ufffd" : r.ToString()));
}
