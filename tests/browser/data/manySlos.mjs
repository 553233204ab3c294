import { hour, moments, times } from './moments.mjs';

// Many SLOs, as their rules would have recorded them in the last week. Every tenth one burns and has spent its budget.

const now = moments.incident;
const week = [...times(now - 7 * 24 * hour, now, hour)];
const justNow = week.slice(-2);

const records = {
  'slo:objective:ratio': { value: () => 0.999, at: justNow },
  'slo:burn_rate:ratio1h': { value: (isBad, index) => (isBad ? 20 : index / 1000), at: week },
  'slo:period_error_ratio:ratio': { value: (isBad) => (isBad ? 0.002 : 0.0001), at: justNow },
  'slo:error_budget_remaining:ratio': { value: (isBad, index) => (isBad ? -1 : 0.9 - index / 10000), at: week },
};

function seriesOf(index) {
  const isBad = index % 10 === 0;
  const labels = { service: `service-${Math.floor(index / 5)}`, slo: `slo-${index}` };
  const series = (name, more, value, at) => ({ name, labels: { ...labels, ...more }, at: () => value, times: at });
  const info = { objective: '99.9%', window: '30d', owner: 'team', runbook_url: 'https://runbooks.example.org/a/b', dashboard_uid: 'slo-overview' };
  const alert = { alertname: 'SloBudgetBurn', severity: 'page', tier: 'fast' };
  return [
    ...Object.entries(records).map(([name, { value, at }]) => series(name, {}, value(isBad, index), at)),
    series('slo:info', info, 1, justNow),
    ...(isBad ? [series('ALERTS', { ...alert, alertstate: 'firing' }, 1, week), series('ALERTS_FOR_STATE', alert, week[0], week)] : []),
  ];
}

export const manySlos = (count) => Array.from({ length: count }, (_, index) => seriesOf(index)).flat();
