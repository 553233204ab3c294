import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { repository } from '../lib/repository.mjs';

const folder = path.join(repository, 'generated/prometheus');

const isBase = ({ record }) => /^slo:(bad|total|excluded):/.test(record);
const isByPeriod = ({ record }) => /^slo:(bad|total)_by_period:/.test(record);

/** An alert as the series that Prometheus writes while it fires. Backfilling knows recording rules only. */
function asRecord({ alert, expr, labels }) {
  return { record: 'ALERTS', expr: `group without () (${expr})`, labels: { alertname: alert, alertstate: 'firing', ...labels } };
}

function rulesOfFile(file) {
  const { groups } = parse(readFileSync(path.join(folder, file), 'utf8'));
  const service = file.replace('.rules.yml', '');
  return groups.flatMap((group) => group.rules).map((rule) => ({ service, rule: rule.record ? rule : asRecord(rule) }));
}

const namesIn = (expression) => expression.match(/slo:[\w:]+/g) ?? [];

/** Rules in the order in which they may run: each reads only what those before it have recorded. */
function inLevels(rules) {
  const levelOfName = new Map();
  const levelOf = ({ rule }) => Math.max(0, ...namesIn(rule.expr).map((name) => (levelOfName.get(name) ?? -1) + 1));
  let changed = true;
  while (changed) {
    changed = false;
    for (const one of rules) {
      const level = levelOf(one);
      if (level <= (levelOfName.get(one.rule.record) ?? -1)) continue;
      levelOfName.set(one.rule.record, level);
      changed = true;
    }
  }
  const last = Math.max(...levelOfName.values());
  return Array.from({ length: last + 1 }, (_, level) => rules.filter(({ rule }) => levelOfName.get(rule.record) === level));
}

/** The generated rules: those of the base window, those that split it by period, and the others, level by level. */
export function generatedRules() {
  const rules = readdirSync(folder).filter((file) => file.endsWith('.rules.yml')).toSorted().flatMap(rulesOfFile);
  return {
    base: rules.filter(({ rule }) => isBase(rule)),
    byPeriod: rules.filter(({ rule }) => isByPeriod(rule)),
    levels: inLevels(rules.filter(({ rule }) => !isBase(rule) && !isByPeriod(rule))),
  };
}
