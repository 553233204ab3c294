namespace SloCompiler.Core;

/// <summary>How certain and how bad a finding is.</summary>
public enum SloSeverity
{
    /// <summary>Style or advice.</summary>
    Info,

    /// <summary>Very probably wrong.</summary>
    Warning,

    /// <summary>Certainly broken: nothing is generated.</summary>
    Error,
}
