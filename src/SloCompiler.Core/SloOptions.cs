using System.Collections.Immutable;

namespace SloCompiler.Core;

/// <summary>What is wanted of a run; everything else is as the project's <c>slo.yaml</c> says.</summary>
public sealed record SloOptions
{
    /// <summary>Files and folders, relative to the project, that are compiled or reported on; none for all.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>Names of the targets to generate, such as <c>prometheus</c>; none for those of the settings.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>Knows the day, by UTC, up to which suppressions hold.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
