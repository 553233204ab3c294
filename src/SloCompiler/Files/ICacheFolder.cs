namespace SloCompiler.Files;

/// <summary>
/// A folder of files that may be gone, old, cut or altered at any time, and may be used by several processes at once. Nothing
/// throws: what cannot be read is not there, and what cannot be written is not kept.
/// </summary>
public interface ICacheFolder
{
    /// <summary>The content of a file; null where it is not there, cannot be read, or is larger than the limit.</summary>
    byte[]? Read(string name, int limit);

    /// <summary>Replaces a file as a whole. The oldest files go where there are many.</summary>
    void Write(string name, byte[] content);
}
