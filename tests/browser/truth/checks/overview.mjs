import { lastOf } from '../audit.mjs';
import { checkLane, checkReferenceLine, nowColumns, optionalColumns } from './service.mjs';
import { checkTable } from './tables.mjs';
import { grey, orange, red } from '../states.mjs';

// The overview of all SLOs.

const idOf = ({ slo }) => `${slo.service} ${slo.slo}`;

const running = ({ slos }) => slos.filter(({ rulesRun }) => rulesRun);

/** A number of SLOs, in `color` as soon as there is one. */
const checkCount = (counts, color) => (panel, findings, context) => {
  const count = running(context).filter(counts).length;
  findings.equal('the number', panel.values.map(({ text }) => text).join(), String(count));
  findings.color('the number', panel.values[0]?.color, count > 0 ? color : 'text');
};

const columns = (slos) => ({
  Service: ({ slo }) => slo.service,
  ...nowColumns(slos),
  Owner: ({ slo }) => slo.owner,
});

function checkAll(panel, findings, context) {
  const keyOfRow = (row) => `${row.Service?.text} ${row.SLO?.text}`;
  const truths = running(context);
  checkTable(panel, findings, { columns: columns(context.slos), truths, optional: optionalColumns(truths), keyOfRow, keyOf: idOf });
  findings.equal('the number of drawn rows', panel.drawnRows.length, panel.rows.length);
  const lefts = panel.drawnRows.map((row) => Number.parseFloat(row[panel.columns.indexOf('Budget left')]));
  const numbers = lefts.filter((left) => !Number.isNaN(left));
  const sorted = numbers.every((left, index) => index === 0 || numbers[index - 1] <= left);
  if (!sorted) findings.add(`is not sorted by budget left: ${lefts.join(', ')}`);
}

const checkWorst = (value, isWorse) => (panel, findings, context) => {
  const lines = new Map(panel.series.map((series) => [series.name, series]));
  const worst = running(context).filter((truth) => truth[value] !== null).toSorted((a, b) => isWorse(a[value], b[value]))[0];
  if (!lines.has(idOf(worst))) findings.add(`does not show the worst, ${idOf(worst)}`);
  for (const [name, series] of lines) {
    const truth = context.slos.find((one) => idOf(one) === name);
    if (truth) findings.close(name, lastOf(series, findings.moment), truth[value]);
    else if (!checkReferenceLine(series, findings)) findings.add(`nobody knows the line ${name}`);
  }
};

function checkAlerts(panel, findings, context) {
  const shown = panel.series.filter((series) => series.lastAt === findings.moment * 1000);
  const firing = running(context).flatMap((truth) => truth.firingNames.map((name) => `${idOf(truth)} ${name.split(' ').slice(0, 2).join(' ')}`));
  const list = (names) => [...new Set(names)].toSorted().join(', ');
  findings.equal('the alerts that fire', list(shown.map(({ name }) => name)), list(firing));
  for (const series of shown) checkLane(series, findings, series.name.endsWith(' page'));
}

export const overviewChecks = [
  ['stat', /^SLOs$/, checkCount(() => true, 'text')],
  ['stat', /^Budget exhausted$/, checkCount((truth) => truth.budgetLeft !== null && truth.budgetLeft <= 0, red)],
  ['stat', /^Burning now$/, checkCount((truth) => truth.burnRate > 1, orange)],
  ['stat', /^SLOs with alerts firing$/, checkCount((truth) => truth.firingNames.length > 0, red)],
  ['stat', /^SLOs without data$/, checkCount((truth) => truth.burnRate === null, grey)],
  ['table', /^All SLOs$/, checkAll],
  ['timeseries', /^Least budget left$/, checkWorst('budgetLeft', (a, b) => a - b)],
  ['timeseries', /^Highest burn rates, 1h$/, checkWorst('burnRate', (a, b) => b - a)],
  ['state-timeline', /^Alerts firing$/, checkAlerts],
];
