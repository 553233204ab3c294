import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { catalog } from '../../data/catalog.mjs';
import { panelOfUser } from '../../data/world.mjs';
import { repository } from '../../lib/repository.mjs';
import { lastOf } from '../audit.mjs';
import { grey } from '../states.mjs';

// The panels that specs ask for in words of their own.

/** How the number 1 is written in each unit. */
const oneIn = {
  percentunit: /^100(\.0+)?%$/,
  s: /^1 s$/,
  ms: /^1 ms$/,
  reqps: /^1 req\/s$/,
  ops: /^1 ops\/s$/,
  eps: /^1 evt\/s$/,
  wps: /^1 wr\/s$/,
  Bps: /^1 B\/s$/,
  bytes: /^1 B$/,
  short: /^1$/,
};

function panelsOfSpec(service) {
  const { spec } = catalog.slos.find((slo) => slo.service === service);
  const { dashboard } = parse(readFileSync(path.join(repository, spec), 'utf8'));
  return new Map(dashboard.rows.flatMap(({ panels }) => panels).map((panel) => [panel.title, panel]));
}

function checkUnit(panel, findings, unit) {
  const ones = panel.series ? panel.series.map(({ unitOfAxis }) => unitOfAxis) : panel.values.filter(({ number }) => number === 1).map(({ text }) => text);
  for (const text of ones) if (!oneIn[unit].test(text)) findings.add(`writes 1 as ${text}, which is not in ${unit}`);
}

function checkNumbers(shown, findings, truths) {
  for (const [name, truth] of Object.entries(truths)) findings.close(name, shown.get(name) ?? null, truth);
  for (const name of shown.keys()) if (!(name in truths)) findings.add(`nobody knows ${name}`);
}

/** Compares a panel that a spec asks for; false when no spec does. */
export function checkPanelOfUser(panel, findings, { service }) {
  const truths = panelOfUser(service, panel.title, findings.moment);
  if (!truths) return false;
  const asked = panelsOfSpec(service).get(panel.title);
  if (panel.type === 'text') return true;
  checkUnit(panel, findings, asked.unit);
  if (panel.type === 'stat') {
    checkNumbers(new Map(panel.values.map((value) => [value.name, value.number])), findings, truths);
    for (const value of panel.values) if (value.number === null) findings.color(value.name, value.color, grey);
  } else {
    checkNumbers(new Map(panel.series.map((series) => [series.name, lastOf(series, findings.moment)])), findings, truths);
  }
  return true;
}
