#!/usr/bin/env bash
# Checks sets of rules with annotations RUNS times each: with `slo check`, with `slo check --only promql-syntax` (which reads and
# validates as promtool does, and runs no lint rule) and with `promtool check rules`, in turn, each in a fresh process. Prints
# medians, ratios pair by pair, and growth exponents. Needs promtool (Debian: prometheus) and /usr/bin/time (Debian: time).
# PINT=path measures `pint lint` too.
# usage: bench/check-rules.sh [RUNS] [RULES ...]
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/lib.sh
runs=${1:-7}
sizes=("${@:2}")
[ ${#sizes[@]} -gt 0 ] || sizes=(1 100 10000 100000)
publish

# name, file of its times; the exponent is from the size before.
row() {
  local now
  now=$(wall "$2")
  printf '| %s | %s | %s | %s | %s | %s | %s | %s |\n' "$size" "$1" "$now" "$(cpu "$2")" "$(peak "$2")" \
    "$(ratio "$2" promtool.times wall)" "$(ratio "$2" promtool.times cpu)" "$(exponent "${last[$1]:-}" "$now" "${last_size:-1}" "$size")"
  last[$1]=$now
}

declare -A last=()
printf '| rules | command | wall s | CPU s | peak MiB | wall, ratio to promtool | CPU, ratio to promtool | wall exponent |\n|---|---|---|---|---|---|---|---|\n'
for size in "${sizes[@]}"; do
  mkdir -p "$work/$size"
  dotnet "$bench_dll" rules "$size" "$work/$size/rules"
  cd "$work/$size"
  "$work/slo/slo" check --no-cache rules >/dev/null 2>&1
  # All exit with 0: no rule of the sets is wrong. pint exits with 1 for its own findings.
  for _ in $(seq "$runs"); do
    timed slo.times "$work/slo/slo" check --no-cache rules
    timed reading.times "$work/slo/slo" check --no-cache --only promql-syntax rules
    timed promtool.times promtool check rules rules/*.yml
    [ -z "${PINT:-}" ] || timed pint.times sh -c '"$1" --offline lint rules || [ $? -eq 1 ]' sh "$PINT"
  done
  row '`slo check`' slo.times
  row '`slo check --only promql-syntax`' reading.times
  row '`promtool check rules`' promtool.times
  [ -z "${PINT:-}" ] || row '`pint lint`' pint.times
  last_size=$size
  cd - >/dev/null
done
