using System.Collections.Immutable;

namespace SloCompiler.Text.Diagnostics;

/// <summary>The findings about files and YAML: SLO001 to SLO049.</summary>
public static class TextDiagnostics
{
    /// <summary>The text is not YAML.</summary>
    public static DiagnosticDescriptor YamlSyntax { get; } = Error(
        "SLO001",
        "yaml-syntax",
        "The text is not valid YAML.",
        "Nothing in a document can be read that is not valid YAML, and Prometheus refuses such a file as a whole.",
        "Correct the text at the marked place. Indentation, a missing colon and unquoted text are the usual causes.");

    /// <summary>A tab indents a line.</summary>
    public static DiagnosticDescriptor TabIndentation { get; } = Error(
        "SLO002",
        "tab-indentation",
        "A line is indented with a tab.",
        "YAML allows only spaces as indentation, because the width of a tab differs from editor to editor.",
        "Replace the tab with spaces.");

    /// <summary>A quote is never closed.</summary>
    public static DiagnosticDescriptor UnclosedQuote { get; } = Error(
        "SLO003",
        "unclosed-quote",
        "A quoted text has no closing quote.",
        "Everything behind the opening quote is read as text, up to the end of the document.",
        "Add the closing quote. Inside single quotes, write a quote twice; inside double quotes, put a backslash in front of it.");

    /// <summary>A bracket or brace is never closed.</summary>
    public static DiagnosticDescriptor UnclosedBracket { get; } = Error(
        "SLO004",
        "unclosed-bracket",
        "A list in brackets or a mapping in braces has no end.",
        "The lines that follow are read as part of it.",
        "Add the closing bracket, or put quotes around a text that starts with [ or {.");

    /// <summary>A key stands twice in one mapping.</summary>
    public static DiagnosticDescriptor DuplicateKey { get; } = Error(
        "SLO005",
        "duplicate-key",
        "A key stands twice in one mapping.",
        "YAML forbids it: some programs take the first value, some the last, and Prometheus refuses the file.",
        "Remove one of the two, or rename it.");

    /// <summary>A key is a list or a mapping.</summary>
    public static DiagnosticDescriptor NonScalarKey { get; } = Error(
        "SLO006",
        "non-scalar-key",
        "The key of an entry is a list or a mapping.",
        "No file that this tool reads has such keys; nearly always a text was meant that needs quotes.",
        "Write the key as text, or put quotes around the whole value.");

    /// <summary>An alias names no anchor.</summary>
    public static DiagnosticDescriptor UndefinedAlias { get; } = Error(
        "SLO007",
        "undefined-alias",
        "An alias names an anchor that does not exist.",
        "A value that starts with * stands for the node marked with & and the same name, earlier in the same document.",
        "Define the anchor before it is used, correct the name, or put quotes around a text that starts with *.");

    /// <summary>An alias stands inside its own anchor.</summary>
    public static DiagnosticDescriptor RecursiveAlias { get; } = Error(
        "SLO008",
        "recursive-alias",
        "An alias stands inside the node that it names.",
        "Written out, the node would have no end.",
        "Name another node, or write the value out.");

    /// <summary>A merge key has something else than mappings.</summary>
    public static DiagnosticDescriptor InvalidMerge { get; } = Error(
        "SLO009",
        "invalid-merge",
        "The value of a merge key << is neither a mapping nor a list of mappings.",
        "A merge key takes over the entries of other mappings, and this value has none.",
        "Give the alias of a mapping, such as `<<: *defaults`, or a list of such aliases.");

    /// <summary>Collections are nested too deep.</summary>
    public static DiagnosticDescriptor NestingTooDeep { get; } = Error(
        "SLO010",
        "nesting-too-deep",
        "Lists and mappings are nested too deep.",
        "Reading time grows faster than nesting, so a small file could keep the tool busy for minutes.",
        "Make the document flatter. Long runs of [ or { are usually text that needs quotes.");

    /// <summary>Aliases stand for too many nodes.</summary>
    public static DiagnosticDescriptor AliasExpansionTooLarge { get; } = Error(
        "SLO011",
        "alias-expansion-too-large",
        "The aliases of a document stand for too many nodes.",
        "Aliases of aliases multiply: a few lines can stand for more nodes than any memory holds.",
        "Use fewer aliases, or split the file.");

    /// <summary>A file is too large.</summary>
    public static DiagnosticDescriptor FileTooLarge { get; } = Error(
        "SLO020",
        "file-too-large",
        "A file is too large.",
        "No spec or rule file that a person maintains is as large; most likely this is something else.",
        "Split the file, or leave it out of the files to check.");

    /// <summary>A file is not UTF-8.</summary>
    public static DiagnosticDescriptor NotUtf8 { get; } = Error(
        "SLO021",
        "not-utf8",
        "A file is not encoded as UTF-8.",
        "Prometheus, Grafana and this tool read UTF-8 only; in another encoding, texts arrive garbled.",
        "Save the file as UTF-8.");

    /// <summary>A file is no text.</summary>
    public static DiagnosticDescriptor BinaryFile { get; } = Error(
        "SLO022",
        "binary-file",
        "A file is binary, not text.",
        "Nothing can be read from it.",
        "Leave it out of the files to check.");

    /// <summary>A text holds control characters.</summary>
    public static DiagnosticDescriptor ControlCharacter { get; } = Error(
        "SLO023",
        "control-character",
        "A text holds a control character.",
        "YAML forbids control characters other than tab and line breaks; they are invisible, and Prometheus refuses the file.",
        "Remove it, or write it as an escape sequence such as \"\\x07\" in double quotes.");

    /// <summary>A path leads nowhere.</summary>
    public static DiagnosticDescriptor FileNotFound { get; } = Error(
        "SLO040",
        "file-not-found",
        "A file does not exist.",
        "It was named on the command line or in the configuration, so something expects it.",
        "Correct the path; relative paths start at the folder in which the command runs.");

    /// <summary>A file cannot be read.</summary>
    public static DiagnosticDescriptor FileUnreadable { get; } = Error(
        "SLO041",
        "file-unreadable",
        "A file cannot be read.",
        "Findings and output would be incomplete without it.",
        "Check the permissions of the file and of the folders above it.");

    /// <summary>A folder stands where a file is expected.</summary>
    public static DiagnosticDescriptor PathIsADirectory { get; } = Error(
        "SLO042",
        "path-is-a-directory",
        "A path names a folder where a file is expected.",
        "Only files can be read here.",
        "Name a file inside the folder.");

    /// <summary>No spec was found.</summary>
    public static DiagnosticDescriptor SpecsNotFound { get; } = Error(
        "SLO043",
        "specs-not-found",
        "No spec was found.",
        "With nothing to read, a check would always pass and a compilation would produce nothing.",
        "Name the files, set `specs` in slo.yaml, or start with `slo init`.");

    /// <summary>Output cannot be written.</summary>
    public static DiagnosticDescriptor OutputNotWritable { get; } = Error(
        "SLO044",
        "output-not-writable",
        "An output file cannot be written.",
        "The compiled files would be stale or incomplete.",
        "Check the permissions of the output folder and the space on the disk.");

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        YamlSyntax, TabIndentation, UnclosedQuote, UnclosedBracket, DuplicateKey, NonScalarKey, UndefinedAlias,
        RecursiveAlias, InvalidMerge, NestingTooDeep, AliasExpansionTooLarge,
        FileTooLarge, NotUtf8, BinaryFile, ControlCharacter,
        FileNotFound, FileUnreadable, PathIsADirectory, SpecsNotFound, OutputNotWritable,
    ];

    private static DiagnosticDescriptor Error(string code, string name, string summary, string why, string help)
        => new(code, name, Severity.Error, summary, why, help);
}
