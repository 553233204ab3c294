using System.Collections.Immutable;
using SloCompiler.Checks.Settings;
using SloCompiler.Online;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler;

/// <summary>What to compile, as a user asks for it.</summary>
public sealed record CompilationRequest
{
    /// <summary>Specs and folders of specs, relative to the working folder; none for the whole project.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>Whether specs of the project that <see cref="Paths"/> leaves out are read too, so that references to them resolve.</summary>
    public bool WithProject { get; init; }

    /// <summary>Whether rule files are read and checked: those among <see cref="Paths"/>, and those of the settings.</summary>
    public bool CheckRules { get; init; }

    /// <summary>Severities of rules over those of the settings.</summary>
    public ImmutableArray<RuleSetting> RuleSettings { get; init; } = [];

    /// <summary>Kinds of findings that are wanted of the linter, so that other rules need not run; none for all.</summary>
    public ImmutableArray<DiagnosticDescriptor> WantedOfLinter { get; init; } = [];

    /// <summary>Whether lint rules run.</summary>
    public bool Lints { get; init; } = true;

    /// <summary>Holds what was read against a server; null for none: then nothing touches the network.</summary>
    public IOnlineCheck? Online { get; init; }

    /// <summary>Names of the targets to generate; none for those of the settings.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>Whether back ends run.</summary>
    public bool Generate { get; init; } = true;

    /// <summary>Output folder, relative to the working folder; null for that of the settings.</summary>
    public string? Output { get; init; }

    /// <summary>Number of folders that services are dealt to; null for that of the settings.</summary>
    public int? Shards { get; init; }

    /// <summary>Is told once how many characters all inputs have, when they are in memory and before they are worked on; null for no one.</summary>
    public Action<long>? InputsRead { get; init; }

    /// <summary>Is told how far the run has come; null for no one. Never changes the result.</summary>
    public RunProgress? Progress { get; init; }

    /// <summary>Most threads at once; null for as many as the machine has processors. Never changes the result.</summary>
    public int? Threads { get; init; }
}
