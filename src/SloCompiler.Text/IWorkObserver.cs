namespace SloCompiler.Text;

/// <summary>Counts work while it is done, from any thread.</summary>
public interface IWorkObserver
{
    /// <summary>So many more items are about to be worked on.</summary>
    void Expect(int items);

    /// <summary>One more item is done.</summary>
    void Count();
}
