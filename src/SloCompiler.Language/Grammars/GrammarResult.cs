namespace SloCompiler.Language.Grammars;

/// <summary>Why a small text could not be read.</summary>
/// <param name="Offset">Where in the text, from 0; its length where something is missing at the end.</param>
/// <param name="Length">How much of the text is wrong; may reach beyond its end.</param>
/// <param name="Message">What was expected and what is there instead, as one sentence.</param>
public sealed record GrammarError(int Offset, int Length, string Message);

/// <summary>What was read, or why it could not be.</summary>
/// <param name="Value">What was read; null where there is an error.</param>
/// <param name="Error">Why it could not be read; null where there is a value.</param>
public sealed record GrammarResult<T>(T? Value, GrammarError? Error)
    where T : class;
