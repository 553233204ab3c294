using SloCompiler.Language.Model;

namespace SloCompiler.Language.Reading;

/// <summary>A document with what was read of it.</summary>
/// <param name="Service">The service; null where none could be built.</param>
/// <param name="Context">Its findings.</param>
internal sealed record ReadDocument(ServiceSpec? Service, ReadContext Context);
