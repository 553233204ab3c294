#!/usr/bin/env bash
# Checks a file of 10,000 rules with annotations RUNS times with `slo check` and with `promtool check rules`, in turn, each in a
# fresh process, and prints medians with the ratio. Needs promtool (Debian: prometheus) and /usr/bin/time (Debian: time).
# usage: bench/check-rules.sh [RUNS] [RULES]
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-7}
rules=${2:-10000}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet publish src/SloCompiler.Cli -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -o "$work/slo" -nologo -v quiet
dotnet build bench/SloCompiler.Benchmarks -c Release -nologo -v quiet
bench_dll=$(find bench/SloCompiler.Benchmarks/bin/Release -name SloCompiler.Benchmarks.dll | head -n 1)
dotnet "$bench_dll" rules "$rules" "$work/rules.yml"
cd "$work"

# Both exit with 0: no rule of the file is wrong.
timed() { /usr/bin/time -a -o "$1" -f '%e %U %S %M' "${@:2}" >/dev/null 2>"$work/err" || { cat "$work/err" >&2; exit 1; }; }
for _ in $(seq "$runs"); do
  timed slo.times ./slo/slo check rules.yml
  timed promtool.times promtool check rules rules.yml
done

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
row() { printf '| %s | %s | %s | %s |\n' "$1" "$(awk '{ print $1 }' "$2" | median)" "$(awk '{ print $2 + $3 }' "$2" | median)" "$(awk '{ print int($4 / 1024) }' "$2" | median)"; }
printf '%s rules, load %s\n\n' "$rules" "$(cut -d ' ' -f 1 /proc/loadavg)"
printf '| command | wall s | CPU s | peak MiB |\n|---|---|---|---|\n'
row '`slo check`' slo.times
row '`promtool check rules`' promtool.times
printf '| ratio, pair by pair | %s | %s | |\n' \
  "$(paste -d ' ' slo.times promtool.times | awk '{ printf "%.2f\n", $1 / $5 }' | median)" \
  "$(paste -d ' ' slo.times promtool.times | awk '{ printf "%.2f\n", ($2 + $3) / ($6 + $7) }' | median)"
