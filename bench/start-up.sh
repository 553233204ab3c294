#!/usr/bin/env bash
# Starts `slo --version` and checks one small file, beside promtool doing the same, in turn. Prints medians and ratios.
# SLO=path measures another build of slo, such as the native one.
# usage: bench/start-up.sh [RUNS]
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/lib.sh
runs=${1:-15}
if [ -n "${SLO:-}" ]; then slo=$SLO; else publish; slo=$work/slo/slo; fi
mkdir "$work/one" && cd "$work/one"
printf 'groups:\n  - name: a\n    rules:\n      - record: a:b\n        expr: sum(rate(c_total[5m]))\n' >one.rules.yml
"$slo" check --no-cache one.rules.yml >/dev/null
for _ in $(seq "$runs"); do
  timed slo-version.times "$slo" --version
  timed promtool-version.times promtool --version
  timed slo-check.times "$slo" check --no-cache one.rules.yml
  timed promtool-check.times promtool check rules one.rules.yml
done
printf '| command | wall s | CPU s | peak MiB | wall, ratio to promtool |\n|---|---|---|---|---|\n'
for what in version check; do
  for tool in slo promtool; do
    printf '| `%s` %s | %s | %s | %s | %s |\n' "$tool" "$what" "$(wall $tool-$what.times)" "$(cpu $tool-$what.times)" "$(peak $tool-$what.times)" \
      "$(ratio $tool-$what.times promtool-$what.times wall)"
  done
done
