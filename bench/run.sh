#!/usr/bin/env bash
# Runs every benchmark, and prints the tables of RESULTS.md. Takes an hour; the machine must be idle.
# QUICK=1 takes fewer runs and smaller sizes: minutes, to see that all works.
# usage: bench/run.sh >results.md
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/lib.sh
publish
if [ -n "${QUICK:-}" ]; then
  runs=3 rules="1 1000" slos="10 100" server="4 2 2" micro="--filter *Yaml*"
else
  runs=9 rules="1 100 10000 100000" slos="10 100 1000 10000" server="200 26 6" micro=""
fi

title() { printf '\n## %s\n\n' "$1"; }

machine
title "Start-up" && bench/start-up.sh "$runs"
# Lists of words.
# shellcheck disable=SC2086
{
  title "Checking rules" && bench/check-rules.sh "$runs" $rules
  title "Compiling" && bench/compile-scaling.sh "$runs" $slos
  title "Expressions" && dotnet "$bench_dll" promql
  title "What Prometheus reads" && dotnet "$bench_dll" server-cost $server
  title "Parts" && dotnet "$bench_dll" micro $micro | sed -n '/^| Method/,$p' | grep '^|'
}
