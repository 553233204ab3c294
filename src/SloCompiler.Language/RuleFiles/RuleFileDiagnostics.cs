using System.Collections.Immutable;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.RuleFiles;

/// <summary>The findings on the structure of rule files: SLO060 to SLO089. What Prometheus refuses is an error, and nothing else is.</summary>
public static class RuleFileDiagnostics
{
    /// <summary>A field that no one reads.</summary>
    public static DiagnosticDescriptor UnknownField { get; } = Error(
        "SLO060", "unknown-rule-field",
        "A rule file has a field that does not exist.",
        "Prometheus refuses the whole file for one unknown field.",
        "Correct the name, or take the field out.");

    /// <summary>A field of another program.</summary>
    public static DiagnosticDescriptor ForeignField { get; } = Error(
        "SLO061", "foreign-rule-field",
        "A rule file has a field that only another program reads.",
        "The program that the rules are for refuses the whole file.",
        "Take the field out, or name the program under `dialect` in slo.yaml.");

    /// <summary>A value of the wrong kind.</summary>
    public static DiagnosticDescriptor WrongKind { get; } = Error(
        "SLO062", "wrong-rule-value",
        "A value in a rule file is of another kind than the field takes.",
        "Prometheus refuses the whole file.",
        "Write a value of the expected kind.");

    /// <summary>No duration.</summary>
    public static DiagnosticDescriptor InvalidDuration { get; } = Error(
        "SLO063", "invalid-rule-duration",
        "A value in a rule file is not a duration as Prometheus reads it.",
        "Prometheus refuses the whole file.",
        "Write whole numbers with units, each unit once, the largest first: `30s`, `5m`, `1h30m`, `1d`.");

    /// <summary>A group without a name.</summary>
    public static DiagnosticDescriptor UnnamedGroup { get; } = Error(
        "SLO064", "unnamed-group",
        "A group has no name.",
        "Prometheus tells groups apart by file and name, and refuses the file.",
        "Add `name:` with a name that no other group of the file has.");

    /// <summary>Two groups with one name.</summary>
    public static DiagnosticDescriptor RepeatedGroup { get; } = Error(
        "SLO065", "repeated-group",
        "Two groups of one file have the same name.",
        "Prometheus tells groups apart by file and name, and refuses the file.",
        "Rename one of them, or put their rules into one group.");

    /// <summary>Neither a record nor an alert.</summary>
    public static DiagnosticDescriptor UnnamedRule { get; } = Error(
        "SLO066", "unnamed-rule",
        "A rule neither records nor alerts.",
        "Prometheus does not know what to do with the result, and refuses the file.",
        "Add `record:` with the name of the new series, or `alert:` with the name of the alert.");

    /// <summary>Both a record and an alert.</summary>
    public static DiagnosticDescriptor AmbiguousRule { get; } = Error(
        "SLO067", "record-and-alert",
        "A rule both records and alerts.",
        "Prometheus takes one rule for one purpose, and refuses the file.",
        "Make two rules of it: the alert may read the recorded series.");

    /// <summary>No expression.</summary>
    public static DiagnosticDescriptor MissingExpression { get; } = Error(
        "SLO068", "missing-expr",
        "A rule has no expression.",
        "There is nothing to evaluate, and Prometheus refuses the file.",
        "Add `expr:` with a PromQL expression.");

    /// <summary>A field of alerts on a record.</summary>
    public static DiagnosticDescriptor AlertFieldOnRecord { get; } = Error(
        "SLO069", "alert-field-on-record",
        "A recording rule has a field that only alerts have.",
        "A recorded series neither waits nor carries annotations, so Prometheus refuses the file.",
        "Take the field out, or move it to the alert that reads the series.");

    /// <summary>Braces in the name of a record.</summary>
    public static DiagnosticDescriptor InvalidRecordName { get; } = Error(
        "SLO070", "invalid-record-name",
        "The name of a recorded series holds braces.",
        "Nearly always the expression, or a selector, was written in the place of the name; Prometheus refuses the file.",
        "Write the name alone; fixed labels of the new series go under `labels`.");

    /// <summary>A name that labels or annotations cannot have.</summary>
    public static DiagnosticDescriptor InvalidName { get; } = Error(
        "SLO071", "invalid-rule-label",
        "A label or annotation has a name that it cannot have.",
        "Prometheus refuses the whole file.",
        "A label may not be called `__name__`, because that is the name of the series, and no name may be empty.");

    /// <summary>Text that is not UTF-8 when written out.</summary>
    public static DiagnosticDescriptor InvalidText { get; } = Error(
        "SLO072", "half-character",
        "A text holds half of a surrogate pair, which is no character.",
        "It cannot be written as UTF-8, so Prometheus refuses the file.",
        "Write the character itself, or its number as `\\U0001F600`.");

    /// <summary>A number or boolean where the API server wants text.</summary>
    public static DiagnosticDescriptor UnquotedText { get; } = Error(
        "SLO073", "unquoted-text",
        "An object of Kubernetes has a number or boolean where text is needed.",
        "The API server checks types and refuses the object; Prometheus itself would take the text as written.",
        "Put quotes around the value.");

    /// <summary>An object without something that it needs.</summary>
    public static DiagnosticDescriptor IncompleteObject { get; } = Error(
        "SLO074", "incomplete-rule-object",
        "An object with rules lacks something that Kubernetes requires.",
        "The API server refuses the object.",
        "Add what is missing.");

    /// <summary>An object of another version.</summary>
    public static DiagnosticDescriptor UnknownApiVersion { get; } = Warning(
        "SLO075", "unknown-rule-api-version",
        "An object with rules names an API version that its kind is not known to have.",
        "Kubernetes finds no such kind, unless the cluster has a definition that is not known here.",
        "Write `monitoring.coreos.com/v1` for a PrometheusRule, `operator.victoriametrics.com/v1beta1` for a VMRule.");

    /// <summary>A document that no one reads.</summary>
    public static DiagnosticDescriptor UnreadDocument { get; } = Warning(
        "SLO076", "unread-document",
        "A rule file has more than one document.",
        "Prometheus reads the first document and skips the rest without an error, so their rules are not in force.",
        "Take the `---` out and put all groups under one `groups:`, or use one file for each document.");

    /// <summary>An entry without content.</summary>
    public static DiagnosticDescriptor EmptyEntry { get; } = Warning(
        "SLO077", "empty-rule-entry",
        "A list item is empty, or an entry has an empty key.",
        "Prometheus skips it without an error; what was meant to stand there is missing.",
        "Write what is missing, or take the entry out.");

    /// <summary>A limit that is not what it says.</summary>
    public static DiagnosticDescriptor OddLimit { get; } = Warning(
        "SLO078", "odd-limit",
        "The limit of a group is a fraction or negative.",
        "Prometheus cuts fractions off, and a limit of 0 or less is no limit.",
        "Write a whole number above 0, or take the limit out.");

    /// <summary>Nothing in the file.</summary>
    public static DiagnosticDescriptor NoRules { get; } = new(
        "SLO079", "rules-missing", Severity.Info,
        "A rule file or group holds no rules.",
        "Prometheus loads it without an error, and nothing is evaluated.",
        "Add rules, or take it out.");

    /// <summary>An expression in a language that is not read.</summary>
    public static DiagnosticDescriptor NotChecked { get; } = new(
        "SLO080", "expression-not-checked", Severity.Info,
        "An expression or template is in a language that is only partly known here, and was not checked.",
        "Prometheus would refuse it. The program that the rules are for may take it, or not.",
        "Check it with the tool of that language, such as `vmalert -dryRun`.");

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        UnknownField, ForeignField, WrongKind, InvalidDuration, UnnamedGroup, RepeatedGroup, UnnamedRule, AmbiguousRule,
        MissingExpression, AlertFieldOnRecord, InvalidRecordName, InvalidName, InvalidText, UnquotedText, IncompleteObject,
        UnknownApiVersion, UnreadDocument, EmptyEntry, OddLimit, NoRules, NotChecked,
    ];

    private static DiagnosticDescriptor Error(string code, string name, string summary, string why, string help)
        => new(code, name, Severity.Error, summary, why, help);

    private static DiagnosticDescriptor Warning(string code, string name, string summary, string why, string help)
        => new(code, name, Severity.Warning, summary, why, help);
}
