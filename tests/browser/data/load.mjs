import { addSeries } from '../lib/blocks.mjs';
import { PrometheusServer } from '../lib/prometheusServer.mjs';
import { sloOf } from './catalog.mjs';
import { alertsForState, evaluateRules } from './evaluation.mjs';
import { end, hour, minute, moments, scrapeTimes, startOfHistory, stepOfHistory } from './moments.mjs';
import { baseRecords } from './records.mjs';
import { generatedRules } from './rules.mjs';
import { absent, objectives, rawSeries } from './world.mjs';

const isCalendar = (objective) => sloOf(objective).window.calendar;

function seriesToLoad() {
  const times = scrapeTimes();
  return [...rawSeries.map((series) => ({ ...series, times })), ...baseRecords(objectives, isCalendar)];
}

const runsAt = (moment) => (service) => moment !== moments.incident || service !== absent.service;

const rulesFor = (rules, runs) => rules.filter(({ service }) => runs(service)).map(({ rule }) => rule);

/** At a moment, the rules of the base window read raw metrics. */
async function recordAtMoments(server, rules) {
  const series = Object.values(moments).map((moment) =>
    evaluateRules(server, rulesFor(rules, runsAt(moment)), { start: moment, end: moment, step: minute }),
  );
  return (await Promise.all(series)).flat();
}

/** The other rules run each hour; those of the absent service only until it went away. */
async function recordHistory(server, rules) {
  const leave = end - absent.hours * hour;
  const ofAll = await evaluateRules(server, rulesFor(rules, () => true), { start: startOfHistory, end: leave, step: stepOfHistory });
  const ofOthers = await evaluateRules(server, rulesFor(rules, runsAt(end)), { start: leave + stepOfHistory, end, step: stepOfHistory });
  const series = [...ofAll, ...ofOthers];
  return [...series, ...alertsForState(series, stepOfHistory)];
}

/** Fills `folder` with the test data and serves it: raw metrics, and what the generated rules make of them. */
export async function serveTestData(folder) {
  await addSeries(folder, seriesToLoad());
  const { base, byPeriod, levels } = generatedRules();
  const steps = [
    (server) => recordAtMoments(server, base),
    (server) => recordAtMoments(server, byPeriod),
    ...levels.map((level) => (server) => recordHistory(server, level)),
  ];
  let server = await PrometheusServer.start(folder);
  for (const step of steps) {
    await addSeries(folder, await step(server));
    await server.stop();
    server = await PrometheusServer.start(folder);
  }
  return server;
}
