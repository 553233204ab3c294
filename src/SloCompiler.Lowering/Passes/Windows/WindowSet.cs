using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SloCompiler.PromQL;

namespace SloCompiler.Lowering.Passes.Windows;

/// <summary>Windows, each once, ascending. Few of them, so that a loop finds one; sets of values would have to be compiled at every start.</summary>
internal sealed class WindowSet
{
    private PrometheusDuration[] _windows = [];

    /// <summary>Adds a window, if it is not there.</summary>
    public void Add(PrometheusDuration window)
    {
        var at = 0;
        while (at < _windows.Length && _windows[at] < window)
        {
            at++;
        }

        if (at < _windows.Length && _windows[at] <= window)
        {
            return;
        }

        var more = new PrometheusDuration[_windows.Length + 1];
        Array.Copy(_windows, more, at);
        Array.Copy(_windows, at, more, at + 1, _windows.Length - at);
        more[at] = window;
        _windows = more;
    }

    /// <summary>Whether a window is there.</summary>
    public bool Contains(PrometheusDuration window)
    {
        foreach (var own in _windows)
        {
            if (own.Milliseconds == window.Milliseconds)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The windows.</summary>
    public ImmutableArray<PrometheusDuration> ToImmutable() => ImmutableCollectionsMarshal.AsImmutableArray(_windows);
}
