import { firingThresholdAlerts } from '../../data/world.mjs';
import { lastOf } from '../audit.mjs';
import { ago, daysAndTime, decimalsOf, fixed, percent } from '../format.mjs';
import { grey, stateCells } from '../states.mjs';
import { checkTable } from './tables.mjs';

// The panels at the top of the dashboard of a service: all its SLOs.

const none = ['none', grey];

const runbookOf = ({ slo }) => slo.runbooks[0]?.name.replace(/#.*/, '') ?? 'none';

function budgetLasts(truth) {
  if (truth.budgetLasts === null) return ['No data', grey];
  if (truth.budgetLasts >= truth.slo.window.seconds) return 'outlasts window';
  return truth.budgetLasts === 0 ? 'spent' : daysAndTime(truth.budgetLasts);
}

export const budgetColor = (left) => (left === null ? grey : undefined);

/** Digits that tell the SLI of each SLO of a table from its objective. */
const sliDecimals = (slos) => Math.max(...slos.map(({ slo }) => decimalsOf(slo.objective) + 2));

export const nowColumns = (slos) => ({
  State: (truth) => stateCells[truth.state],
  SLO: ({ slo }) => slo.slo,
  'Budget left': (truth) => [percent(truth.budgetLeft, 1), budgetColor(truth.budgetLeft)],
  'Burn rate, 1h': (truth) => [fixed(truth.burnRate, 2), truth.burnRate === null ? grey : 'text'],
  'Budget lasts': budgetLasts,
  Alert: (truth) => (truth.firingNames.length === 0 ? none : undefined),
  'Fires since': (truth) => (truth.firesSince === null ? none : ago(truth.moment - truth.firesSince)),
  'SLI in window': (truth) => percent(truth.sli, sliDecimals(slos)),
  Objective: ({ slo }) => slo.objective_text,
  Window: ({ slo }) => slo.window.text,
  Runbook: runbookOf,
});

/** Without an alert, there is no answer that a column could be made of. */
export const optionalColumns = (truths) => (truths.some((truth) => truth.firesSince !== null) ? [] : ['Alert', 'Fires since']);

function checkNow(panel, findings, { slos }) {
  const truths = slos.filter(({ rulesRun }) => rulesRun);
  const optional = optionalColumns(truths);
  checkTable(panel, findings, { columns: nowColumns(slos), truths, optional, keyOfRow: (row) => row.SLO?.text, keyOf: ({ slo }) => slo.slo });
}

const burnOver = (window) => (alert) => fixed(over(alert, window), 2);

function over({ truth, tier }, window) {
  const ratio = truth.errorRatio(tier[window]);
  return ratio === null ? null : ratio / truth.slo.error_budget;
}

function stateOfAlert({ truth, tier }) {
  if (truth.fires(tier)) return stateCells[tier.page ? 'page' : 'ticket'];
  const [long, short] = [truth.errorRatio(tier.long_window), truth.errorRatio(tier.short_window)];
  if (long > tier.threshold || short > tier.threshold) return stateCells.burning;
  return stateCells[long === null ? 'no data' : 'ok'];
}

const trimmed = (number) => String(Number(number.toFixed(6)));

const alertColumns = {
  State: stateOfAlert,
  SLO: ({ truth }) => truth.slo.slo,
  Alert: ({ tier }) => `${tier.severity} ${tier.tier}`,
  'Long burn': burnOver('long_window'),
  'Short burn': burnOver('short_window'),
  'Fires above': ({ tier }, { text }) => (Number(text) === tier.burn_rate ? text : trimmed(tier.burn_rate)),
  'Bad share above': ({ tier }) => `${trimmed(tier.threshold * 100)}% in ${tier.long_window} and ${tier.short_window}`,
};

function checkBurnAlerts(panel, findings, { slos }) {
  const running = slos.filter(({ rulesRun }) => rulesRun);
  const truths = running.flatMap((truth) => truth.slo.tiers.map((tier) => ({ truth, tier })));
  checkTable(panel, findings, {
    columns: alertColumns,
    truths,
    keyOfRow: (row) => `${row.SLO?.text} ${row.Alert?.text}`,
    keyOf: ({ truth, tier }) => `${truth.slo.slo} ${tier.severity} ${tier.tier}`,
  });
}

/** A line that stays at a factor, dashed, with the factor in its name. */
export function checkReferenceLine(series, findings) {
  const value = Number(/(?:factor|budget:) ([\d.]+)/.exec(series.name)?.[1]);
  if (Number.isNaN(value)) return false;
  findings.close(`the line ${series.name}`, lastOf(series, findings.moment), value);
  if (!series.dashed) findings.add(`the line ${series.name} is not dashed`);
  return true;
}

function checkBurnRates(panel, findings, { slos }) {
  const lines = new Map(panel.series.map((series) => [series.name, series]));
  for (const truth of slos) {
    findings.close(`the burn rate of ${truth.slo.slo}`, lastOf(lines.get(truth.slo.slo), findings.moment), truth.burnRate);
    lines.delete(truth.slo.slo);
  }
  for (const series of lines.values()) if (!checkReferenceLine(series, findings)) findings.add(`nobody knows the line ${series.name}`);
  const factors = new Set(slos.flatMap(({ slo }) => slo.tiers.filter(({ page }) => page).map((tier) => trimmed(tier.burn_rate))));
  for (const factor of factors) if (!lines.has(`page factor ${factor}`)) findings.add(`has no line for the page factor ${factor}`);
}

const sorted = (values) => [...values].toSorted().join(', ');

function checkAlertsFiring(panel, findings, { slos, service }) {
  const ofSlos = slos.flatMap((truth) => truth.firingLanes.map((lane) => `${truth.slo.slo} ${lane}`));
  const firing = [...ofSlos, ...firingThresholdAlerts(service, findings.moment)];
  const shown = panel.series.filter((series) => series.lastAt === findings.moment * 1000);
  findings.equal('the alerts that fire', sorted(shown.map(({ name }) => name.trim())), sorted(new Set(firing)));
  for (const series of shown) checkLane(series, findings, / page\b/.test(series.name));
}

/** The word and the colour of a lane of alerts. */
export function checkLane(series, findings, isPage) {
  findings.equal(`the word of ${series.name}`, series.last.text, isPage ? 'PAGE' : 'FIRING');
  findings.color(series.name, series.last.color, stateCells[isPage ? 'page' : 'ticket'][1]);
}

export const serviceChecks = [
  ['table', /^Now$/, checkNow],
  ['table', /^Burn alerts$/, checkBurnAlerts],
  ['timeseries', /^Burn rate, 1h$/, checkBurnRates],
  ['state-timeline', /^Alerts firing$/, checkAlertsFiring],
];
