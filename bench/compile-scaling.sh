#!/usr/bin/env bash
# Compiles synthetic specs of 100, 1,000 and 10,000 SLOs (ten SLOs a file), each in one process, and prints medians of
# wall time, CPU time and peak memory with the growth from size to size. Needs /usr/bin/time (Debian: time).
# usage: bench/compile-scaling.sh [RUNS] [SIZE ...]
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-5}
shift || true
sizes=("${@:-}")
[ -n "${sizes[0]}" ] || sizes=(100 1000 10000)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet publish src/SloCompiler.Cli -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -o "$work/slo" -nologo -v quiet
dotnet build bench/SloCompiler.Benchmarks -c Release -nologo -v quiet
bench_dll=$(find bench/SloCompiler.Benchmarks/bin/Release -name SloCompiler.Benchmarks.dll | head -n 1)

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# growth exponent: log(time ratio) / log(size ratio); 1 is linear.
exponent() { awk -v a="$1" -v b="$2" -v m="$3" -v n="$4" 'BEGIN { printf "%.2f", log(b / a) / log(n / m) }'; }

printf '| SLOs | files | wall s | CPU s | peak MiB | wall exponent | CPU exponent |\n|---|---|---|---|---|---|---|\n'
last_size="" last_wall="" last_cpu=""
for size in "${sizes[@]}"; do
  folder="$work/specs-$size"
  dotnet "$bench_dll" generate "$size" "$folder"
  : >"$work/times"
  for _ in $(seq "$runs"); do
    rm -rf "$folder/generated"
    (cd "$folder" && /usr/bin/time -a -o "$work/times" -f '%e %U %S %M' "$work/slo/slo" compile >/dev/null 2>"$work/err") || {
      cat "$work/err" >&2
      exit 1
    }
  done
  wall=$(awk '{ print $1 }' "$work/times" | median)
  cpu=$(awk '{ print $2 + $3 }' "$work/times" | median)
  peak=$(awk '{ print int($4 / 1024) }' "$work/times" | median)
  wall_exponent="–" cpu_exponent="–"
  if [ -n "$last_size" ]; then
    wall_exponent=$(exponent "$last_wall" "$wall" "$last_size" "$size")
    cpu_exponent=$(exponent "$last_cpu" "$cpu" "$last_size" "$size")
  fi
  printf '| %s | %s | %s | %s | %s | %s | %s |\n' "$size" $((size / 10)) "$wall" "$cpu" "$peak" "$wall_exponent" "$cpu_exponent"
  last_size=$size last_wall=$wall last_cpu=$cpu
done
