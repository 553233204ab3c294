// Prometheus evaluates the generated rules, though for times that are given. `promtool tsdb create-blocks-from rules` would
// shift them by an offset of its own, and leaves alerts out.

const queriesAtOnce = 4;

async function evaluate(server, { record, expr, labels }, { start, end, step }) {
  const body = new URLSearchParams({ query: expr, start, end, step });
  const answer = await (await fetch(`${server.url}/api/v1/query_range`, { method: 'POST', body })).json();
  if (answer.status !== 'success') throw new Error(`${record}: ${answer.error}`);
  return answer.data.result.map(({ metric: { __name__, ...metric }, values }) => asSeries(record, { ...metric, ...labels }, values));
}

function asSeries(name, labels, values) {
  const valueAt = new Map(values);
  return { name, labels, times: [...valueAt.keys()], at: (time) => valueAt.get(time) };
}

/** The series that `rules` record over a range. */
export async function evaluateRules(server, rules, range) {
  const waiting = [...rules];
  const series = [];
  const work = async () => {
    for (let rule = waiting.shift(); rule; rule = waiting.shift()) series.push(...(await evaluate(server, rule, range)));
  };
  await Promise.all(Array.from({ length: queriesAtOnce }, work));
  return series;
}

/** Since when each alert of `series` has been firing, as Prometheus records it beside `ALERTS`. */
export function alertsForState(series, step) {
  const alerts = new Map();
  for (const { name, labels, times } of series) {
    if (name !== 'ALERTS') continue;
    const { alertstate, ...others } = labels;
    const key = JSON.stringify(others);
    alerts.set(key, { labels: others, times: [...(alerts.get(key)?.times ?? []), ...times] });
  }
  return [...alerts.values()].map(({ labels, times }) => ({ name: 'ALERTS_FOR_STATE', labels, times, at: activeSince(times, step) }));
}

function activeSince(times, step) {
  const since = new Map();
  for (const time of times) since.set(time, since.get(time - step) ?? time);
  return (time) => since.get(time);
}
