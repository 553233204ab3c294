using System.Security.Cryptography;
using System.Text;

namespace SloCompiler.BackEnds.Grafana.Json;

/// <summary>
/// Ids of panels, from the names of their slots, so that links to a panel and reviews of a change survive when other
/// panels come and go.
/// </summary>
internal static class PanelIds
{
    /// <summary>A positive id for each slot, unique among them. Where two slots ask for the same one, the later name in ordinal order yields.</summary>
    public static Dictionary<string, int> Assign(IEnumerable<string> slots)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var taken = new HashSet<int>();
        foreach (var slot in slots.Order(StringComparer.Ordinal))
        {
            var id = Hash(slot);
            while (!taken.Add(id))
            {
                id = id == int.MaxValue ? 1 : id + 1;
            }

            ids.Add(slot, id);
        }

        return ids;
    }

    private static int Hash(string slot)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(slot));
        var value = ((hash[0] & 0x7f) << 24) | (hash[1] << 16) | (hash[2] << 8) | hash[3];
        return Math.Max(value, 1);
    }
}
