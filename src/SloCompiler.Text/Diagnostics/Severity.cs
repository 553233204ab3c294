namespace SloCompiler.Text.Diagnostics;

/// <summary>How certain and how bad a finding is.</summary>
public enum Severity
{
    /// <summary>Style or advice; hidden unless asked for.</summary>
    Info,

    /// <summary>Very probably wrong.</summary>
    Warning,

    /// <summary>Certainly broken.</summary>
    Error,
}
