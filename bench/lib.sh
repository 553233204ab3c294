# What the scripts of this folder share. Source it from the root of the repository.

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Publishes slo as it ships (framework-dependent, ReadyToRun) to $work/slo, and builds the benchmarks, $bench_dll.
publish() {
  dotnet publish src/SloCompiler.Cli -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -o "$work/slo" -nologo -v quiet
  dotnet build bench/SloCompiler.Benchmarks -c Release -nologo -v quiet
  bench_dll=$PWD/$(find bench/SloCompiler.Benchmarks/bin/Release -name SloCompiler.Benchmarks.dll | head -n 1)
}

machine() {
  printf '%s, %s cores, %s GiB, load %s, .NET %s\n' "$(uname -sm)" "$(nproc)" "$(awk '/MemTotal/ { printf "%d", $2 / 1048576 }' /proc/meminfo)" \
    "$(cut -d ' ' -f 1 /proc/loadavg)" "$(dotnet --version)"
}

# timed FILE COMMAND…: adds a line "wall user system peak-KiB" to the file.
timed() { /usr/bin/time -a -o "$1" -f '%e %U %S %M' "${@:2}" >/dev/null 2>"$work/err" || { cat "$work/err" >&2; exit 1; }; }

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

wall() { awk '{ print $1 }' "$1" | median; }
cpu() { awk '{ print $2 + $3 }' "$1" | median; }
peak() { awk '{ print int($4 / 1024) }' "$1" | median; }

# ratio FILE OTHER COLUMNS: the median of the ratios, pair by pair, of the sums of these columns (1 is wall, 2+3 CPU).
ratio() {
  paste -d ' ' "$1" "$2" | awk -v cpu="$3" '{
    ours = cpu == "cpu" ? $2 + $3 : $1; theirs = cpu == "cpu" ? $6 + $7 : $5
    printf "%.2f\n", ours / (theirs > 0 ? theirs : 0.01)
  }' | median
}

# growth exponent: log(time ratio) / log(size ratio); 1 is linear.
exponent() { awk -v a="$1" -v b="$2" -v m="$3" -v n="$4" 'BEGIN { if (a == "") print "–"; else printf "%.2f", log(b / a) / log(n / m) }'; }
