import { hour, monthAround } from '../../data/moments.mjs';
import { absent } from '../../data/world.mjs';
import { lastOf } from '../audit.mjs';
import { decimalsOf, percent, short } from '../format.mjs';
import { blue, grey, orange, red } from '../states.mjs';
import { SloTruth } from '../slos.mjs';
import { checkReferenceLine } from './service.mjs';
import { checkTable } from './tables.mjs';

// The panels of one SLO.

const budgetEvents = (truth) => (truth.usualTotal === null ? null : truth.usualTotal * truth.slo.window.seconds * truth.slo.error_budget);

const times = (a, b) => (a === null || b === null ? null : a * b);

function budgetColor(left) {
  if (left === null) return grey;
  if (left < 0) return red;
  return left < 0.25 ? orange : 'text';
}

const valuesOfBudget = {
  'budget left': (truth) => [percent(truth.budgetLeft, 1), budgetColor(truth.budgetLeft)],
  SLI: (truth) => [percent(truth.sli, decimalsOf(truth.slo.objective) + 2), colorOfSli(truth)],
  'bad events': (truth) => [short(times(budgetEvents(truth), truth.budgetLeft === null ? null : 1 - truth.budgetLeft), 0), undefined],
  'still allowed': (truth) => [short(floor(times(budgetEvents(truth), truth.budgetLeft)), 0), undefined],
};

const floor = (value) => (value === null ? null : Math.floor(value));

/** In a calendar period that is not over, an SLI below the objective may still rise. */
function colorOfSli({ sli, slo }) {
  if (sli === null) return grey;
  if (sli >= slo.objective) return 'text';
  return slo.window.calendar ? orange : red;
}

function checkBudget(panel, findings, { truth }) {
  if (!truth.rulesRun) {
    checkNothing(panel, findings);
    return;
  }
  const names = panel.values.map(({ name }) => name);
  for (const name of ['budget left', 'SLI']) if (!names.includes(name)) findings.add(`has no value ${name}`);
  for (const value of panel.values) {
    const expected = valuesOfBudget[value.name];
    if (!expected) {
      findings.add(`nobody knows the value ${value.name}`);
      continue;
    }
    const [text, color] = expected(truth);
    findings.equal(value.name, value.text, text);
    if (color !== undefined) findings.color(value.name, value.color, color);
  }
}

/** Without any answer, a stat shows one value without a name. */
function checkNothing(panel, findings) {
  findings.equal('the value', panel.values.map(({ text }) => text).join(), 'No data');
  findings.color('the value', panel.values[0].color, grey);
}

/** The truth of the group that the name of a line ends with, and the rest of the name. */
function groupOf(name, truth) {
  const group = truth.groups.find((one) => truth.slo.by.length > 0 && name.endsWith(` ${Object.values(one.group).join(' ')}`));
  return group ? { of: group, what: name.slice(0, -Object.values(group.group).join(' ').length - 1) } : { of: truth, what: name };
}

function checkLines(panel, findings, expectedOf) {
  for (const series of panel.series) {
    const expected = expectedOf(series);
    if (expected !== undefined) findings.close(series.name, lastOf(series, findings.moment), expected);
    else if (!checkReferenceLine(series, findings)) findings.add(`nobody knows the line ${series.name}`);
  }
}

function checkTierLines(panel, findings, { truth }) {
  checkLines(panel, findings, ({ name }) => {
    const ratio = /^[\dhmd]+$/.test(name) ? truth.errorRatio(name) : undefined;
    return ratio ? ratio / truth.slo.error_budget : ratio;
  });
  for (const tier of truth.slo.tiers) {
    const named = panel.series.filter(({ name }) => name.startsWith(`${tier.severity} factor`) && name.includes(`${tier.long_window} and ${tier.short_window}`));
    findings.equal(`the number of lines for ${tier.severity} ${tier.tier}`, named.length, 1);
  }
}

function checkBudgetOverTime(panel, findings, { truth }) {
  checkLines(panel, findings, ({ name }) => {
    const { of, what } = groupOf(name, truth);
    return { 'budget left': of.budgetLeft, 'even spending': of.rulesRun ? 1 - of.elapsed : null }[what];
  });
  if (panel.series.some(({ unitOfAxis }) => unitOfAxis !== '100.0%')) findings.add('the axis is not in percent');
}

function checkSli(panel, findings, { truth }) {
  checkLines(panel, findings, ({ name }) => {
    if (name === `objective ${objectiveText(truth)}`) return truth.slo.objective;
    const { of, what } = groupOf(name, truth);
    const ratio = of.errorRatio(what);
    return ratio === null ? null : 1 - ratio;
  });
  const decimals = decimalsOf(truth.slo.objective);
  for (const { name, unitOfAxis } of panel.series) {
    const digits = /^100(?:\.(0+))?%$/.exec(unitOfAxis);
    if (!digits || (digits[1]?.length ?? 0) < decimals) findings.add(`${name} is shown as ${unitOfAxis}, too coarse for the objective`);
  }
}

const objectiveText = ({ slo }) => `${Number((slo.objective * 100).toFixed(6))}%`;

function checkTraffic(panel, findings, { truth }) {
  checkLines(panel, findings, ({ name }) => {
    const { of, what } = groupOf(name, truth);
    return { total: of.total, bad: of.bad }[what];
  });
  for (const { name, unitOfAxis } of panel.series) {
    if (!/^1(\.0+)? \w+\/s$/.test(unitOfAxis)) findings.add(`${name} is in ${unitOfAxis}, not in events per second`);
  }
}

const latencyUnits = { s: 1, ms: 0.001 };

/** Latencies are checked with the panels of users over the same histograms; here, the threshold is. */
function checkLatency(panel, findings, { truth }) {
  const threshold = /< ([\d.]+)(ms|s|m)$/.exec(truth.slo.objective_text);
  for (const series of panel.series) {
    if (!series.name.startsWith('threshold')) continue;
    findings.equal('the threshold', series.name, `threshold ${threshold[1]}${threshold[2]}`);
    if (!series.dashed) findings.add('the threshold is not dashed');
  }
  const [axis] = panel.series.map(({ unitOfAxis }) => /(ms|s)$/.exec(unitOfAxis)?.[1]);
  if (!(axis in latencyUnits)) findings.add('the axis is not in units of time');
}

/** A period shows the last SLI that was recorded in it. */
const lastKnown = (truth) => (truth.rulesRun ? truth.moment : truth.moment - absent.hours * hour);

function checkPastPeriods(panel, findings, { truth }) {
  for (const value of panel.values) {
    const [year, month] = value.name.split('-').map(Number);
    const start = Date.UTC(year, month - 1, 1) / 1000;
    const isNow = start === monthAround(truth.moment).start;
    const last = isNow ? lastKnown(truth) : start + monthAround(start).length - 12 * hour;
    const then = new SloTruth(truth.slo, last);
    findings.equal(value.name, value.text, percent(then.sli, decimalsOf(truth.slo.objective) + 2));
    findings.color(value.name, value.color, then.sli < truth.slo.objective ? red : blue);
  }
}

const groupColumns = (label) => ({
  [label]: (group) => group.group[label],
  'Budget left': (group) => percent(group.budgetLeft, 1),
  'Burn rate, 1h': (group) => (group.burnRate === null ? 'No data' : group.burnRate.toFixed(2)),
  'SLI in window': (group) => percent(group.sli, 3),
});

function checkGroups(panel, findings, { truth }) {
  const [label] = truth.slo.by;
  checkTable(panel, findings, {
    columns: groupColumns(label),
    truths: truth.groups,
    keyOfRow: (row) => row[label]?.text,
    keyOf: (group) => group.group[label],
  });
}

function checkAbout(panel, findings, { truth }) {
  for (const text of [truth.slo.objective_text.split(' ')[0], truth.slo.owner, truth.slo.runbooks[0]?.name]) {
    if (text && !panel.shown.includes(text)) findings.add(`does not say ${text}`);
  }
}

export const objectiveChecks = [
  ['text', /^About$/, checkAbout],
  ['stat', /^Budget$/, checkBudget],
  ['timeseries', /^Burn rates of the alert windows$/, checkTierLines],
  ['timeseries', /^Error budget, /, checkBudgetOverTime],
  ['timeseries', /^SLI$/, checkSli],
  ['timeseries', /^Traffic$/, checkTraffic],
  ['timeseries', /^Latency$/, checkLatency],
  ['bargauge', /^SLI of past periods/, checkPastPeriods],
  ['table', /^Least budget left by /, checkGroups],
];
