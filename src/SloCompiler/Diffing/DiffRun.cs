using SloCompiler.Diffing.Git;
using SloCompiler.Files;
using SloCompiler.Processes;
using SloCompiler.Text;

namespace SloCompiler.Diffing;

/// <summary>Compares what two versions of a project mean. Reads only: revisions are read out of git, beside the working tree.</summary>
/// <param name="Files">The files of the machine.</param>
/// <param name="Processes">Runs git.</param>
/// <param name="Clock">Measures time.</param>
public sealed record DiffRun(IFileSystem Files, IProcessRunner Processes, TimeProvider Clock)
{
    /// <summary>Compares the sides of a request. What keeps a side from being read is in the result; nothing throws for it.</summary>
    public DiffResult Run(DiffRequest request)
    {
        if (new DiffSides(Files, new GitRepository(Processes, Files.WorkingFolder)).Find(request.Sides, out var problem) is not { } sides)
        {
            return new DiffResult(null, null, null, problem);
        }

        var reader = new SideReader(Files, Processes, Clock, request);
        if (reader.Read(sides.Old, out problem) is not { } old || reader.Read(sides.New, out problem) is not { } other)
        {
            return new DiffResult(null, null, null, problem);
        }

        if (old.IsEmpty && other.IsEmpty)
        {
            return new DiffResult(null, null, null, $"neither {old.Name} nor {other.Name} holds specs or rules");
        }

        if (old.IsBroken || other.IsBroken)
        {
            var broken = new[] { old, other }.Where(s => s.IsBroken).Select(s => s.Name);
            return new DiffResult(null, old.Result, other.Result, $"{string.Join(" and ", broken)} cannot be compared because of errors");
        }

        request.Progress?.Begin("comparing");
        var diff = new ProjectComparer(old, other, request.BurnRates, new Workers(request.Threads) { Observer = request.Progress }).Compare();
        request.Progress?.End();
        return new DiffResult(diff, old.Result, other.Result, null);
    }
}
