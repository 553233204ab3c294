#!/usr/bin/env bash
# Compiles synthetic specs, each size in a fresh process and an empty output folder: all targets, and the rules alone. Prints
# medians of wall time, CPU time and peak memory, with growth exponents. Needs /usr/bin/time (Debian: time).
# SLOTH=path compiles specs of sloth with sloth, and with slo in sloth's profile, as well.
# usage: bench/compile-scaling.sh [RUNS] [SLOS ...]
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/lib.sh
runs=${1:-5}
sizes=("${@:2}")
[ ${#sizes[@]} -gt 0 ] || sizes=(10 100 1000 10000)
publish

measure() { # name, folder, command…
  local name=$1 folder=$2 now
  shift 2
  rm -f "$work/times"
  for _ in $(seq "$runs"); do
    rm -rf "$folder/generated"
    mkdir "$folder/generated"
    (cd "$folder" && timed "$work/times" "$@")
  done
  now=$(wall "$work/times")
  printf '| %s | %s | %s | %s | %s | %s |\n' "$size" "$name" "$now" "$(cpu "$work/times")" "$(peak "$work/times")" \
    "$(exponent "${last[$name]:-}" "$now" "${last_size:-1}" "$size")"
  last[$name]=$now
}

declare -A last=()
printf '| SLOs | command | wall s | CPU s | peak MiB | wall exponent |\n|---|---|---|---|---|---|\n'
for size in "${sizes[@]}"; do
  dotnet "$bench_dll" generate "$size" "$work/native-$size"
  measure '`slo compile`' "$work/native-$size" "$work/slo/slo" compile --no-cache
  measure '`slo compile --target prometheus`' "$work/native-$size" "$work/slo/slo" compile --no-cache --target prometheus
  if [ -n "${SLOTH:-}" ]; then
    dotnet "$bench_dll" generate-sloth "$size" "$work/sloth-$size"
    measure '`slo`, specs and profile of sloth' "$work/sloth-$size" "$work/slo/slo" compile --no-cache --target prometheus
    measure '`sloth generate`' "$work/sloth-$size" "$SLOTH" generate --input slo-specs --out generated
  fi
  last_size=$size
done
