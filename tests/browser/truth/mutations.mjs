// Faults that somebody could make in a dashboard. Each says which panels it needs, what it changes, and which finding
// catches it.

const targets = (dashboard) => dashboard.panels.flatMap((panel) => panel.targets ?? []);

const panelOf = (dashboard, title) => dashboard.panels.find((panel) => panel.title === title);

const replaceInQueries = (from, to) => (dashboard) => {
  for (const target of targets(dashboard)) target.expr = target.expr.replaceAll(from, to);
};

const change = (title, plant) => (dashboard) => plant(panelOf(dashboard, title));

const propertyOf = (panel, column, id) =>
  panel.fieldConfig.overrides.find(({ properties }) => properties.some((one) => one.id === 'displayName' && one.value === column)).properties.find((one) => one.id === id);

const availability = ['Edge availability: 99.9% over 90d', 'Budget'];
const lines = (title) => ['Edge availability: 99.9% over 90d', title];

/** `titles` are the panels that stay, each once; `state` is incident unless it says healthy. */
export const mutations = [
  {
    name: 'a wrong unit of a stat',
    of: 'journal-edge', titles: availability,
    plant: change('Budget', (panel) => (panel.fieldConfig.defaults.unit = 'percent')),
    caught: /budget left shows "0\.6%", the truth is "64\.2%"/,
  },
  {
    name: 'a wrong unit of a graph',
    of: 'journal-edge', titles: ['User journey', 'Edge latency p95'],
    plant: change('Edge latency p95', (panel) => (panel.fieldConfig.defaults.unit = 'ms')),
    caught: /"Edge latency p95": writes 1 as 1 ms, which is not in s/,
  },
  {
    name: 'a number of decimals that hides what is missing to the objective',
    of: 'journal-edge', titles: availability,
    plant: change('Budget', (panel) => {
      for (const { properties } of panel.fieldConfig.overrides) for (const one of properties) if (one.id === 'decimals') one.value = 0;
    }),
    caught: /SLI shows "100%", the truth is "99\.\d{3}%"/,
  },
  {
    name: 'thresholds out of order',
    of: 'journal-edge', titles: availability,
    plant: change('Budget', (panel) => panel.fieldConfig.defaults.thresholds.steps.reverse()),
    caught: /has thresholds out of order/,
  },
  {
    name: 'colours of thresholds exchanged',
    of: 'journal-edge', titles: ['Login availability: 99.9% over 90d', 'Budget'],
    plant: change('Budget', ({ fieldConfig: { defaults: { thresholds: { steps } } } }) => ([steps[0].color, steps.at(-1).color] = [steps.at(-1).color, steps[0].color])),
    caught: /budget left has the colour/,
  },
  {
    name: 'a typo in the name of a metric',
    of: 'journal-edge', titles: availability,
    plant: replaceInQueries('slo:error_budget_remaining:ratio', 'slo:error_budget_remaning:ratio'),
    caught: /"Budget": has no value budget left/,
  },
  {
    name: 'a typo in one of many queries',
    of: 'journal-edge', titles: lines('Burn rates of the alert windows'), state: 'healthy',
    plant: replaceInQueries('rate18h', 'rate18'),
    caught: /query \w of timeseries "Burn rates of the alert windows" finds nothing/,
  },
  {
    name: 'bad and total events exchanged',
    of: 'journal-edge', titles: lines('Traffic'),
    plant: (dashboard) => {
      const [total, bad] = panelOf(dashboard, 'Traffic').targets;
      [total.expr, bad.expr] = [bad.expr, total.expr];
    },
    caught: /"Traffic": total is 1\.\d+, the truth is 42/,
  },
  {
    name: 'a share of good events where the bad ones belong',
    of: 'pxl-core', titles: ['Proof performance', 'Error rate'],
    plant: replaceInQueries('status=~"5.."', 'status!~"5.."'),
    caught: /"Error rate": 5xx is 0\.998/,
  },
  {
    name: '`or vector(0)` where the rules do not run',
    of: 'nyx-evidence', titles: ['Evidence replay success: 99.99% over the calendar month', 'Budget'],
    plant: (dashboard) => {
      for (const target of targets(dashboard)) target.expr += ' or vector(0)';
    },
    caught: /"Budget": the value shows ".*0\.0%.*", the truth is "No data"/,
  },
  {
    name: '`or vector(0)` where there are no events',
    of: 'journal-edge', titles: ['Burn rate, 1h'],
    plant: (dashboard) => {
      for (const target of targets(dashboard)) target.expr = target.expr.includes('burn_rate') ? `${target.expr} or 0 * max by (slo) (slo:info{service="journal-edge"})` : target.expr;
    },
    caught: /the burn rate of reflect-delivery-p95 is 0, the truth is null/,
  },
  {
    name: 'no words for missing data',
    of: 'journal-edge', titles: availability,
    plant: change('Budget', (panel) => delete panel.fieldConfig.defaults.noValue),
    caught: /"Budget" does not say what it shows without data/,
  },
  {
    name: 'missing data in the colour of good data',
    of: 'nyx-evidence', titles: ['Evidence replay success: 99.99% over the calendar month', 'Budget'],
    plant: change('Budget', (panel) => (panel.fieldConfig.defaults.mappings = [])),
    caught: /the value has the colour .*, it should have #8e8e8e/,
  },
  {
    name: 'a link to a dashboard that is not generated',
    of: 'journal-edge', titles: [],
    plant: (dashboard) => (dashboard.links.find(({ title }) => title === 'All SLOs').url = '/d/slo-overveiw'),
    caught: /leads to the dashboard slo-overveiw, which is not generated/,
  },
  {
    name: 'a link to a runbook that does not exist',
    of: 'journal-edge', titles: lines('Burn rates of the alert windows'),
    plant: change('Burn rates of the alert windows', (panel) => (panel.links[0].url += '-old')),
    caught: /leads to a runbook that does not exist/,
  },
  {
    name: 'a link to a place that nobody allowed',
    of: 'journal-edge', titles: [],
    plant: (dashboard) => (dashboard.links[0].url = 'https://example.com/d/slo-overview'),
    caught: /leads to a place that the project does not name/,
  },
  {
    name: 'a data link with a column that is not there',
    of: 'overview', titles: ['All SLOs'],
    plant: change('All SLOs', (panel) => {
      const link = propertyOf(panel, 'SLO', 'links').value[0];
      link.url = link.url.replace('dashboard_uid', 'dashboard_id');
    }),
    caught: /holds a variable that nobody fills in/,
  },
  {
    name: 'one id for two panels',
    of: 'journal-edge', titles: availability,
    plant: (dashboard) => (dashboard.panels[1].id = dashboard.panels[0].id),
    caught: /shares the id \d+ with another panel/,
  },
  {
    name: 'one panel over another',
    of: 'journal-edge', titles: availability,
    plant: change('Budget', (panel) => (panel.gridPos.y -= 1)),
    caught: /lies over another panel/,
  },
  {
    name: 'a join by the wrong column',
    of: 'journal-edge', titles: ['Now'],
    plant: change('Now', (panel) => (panel.transformations.find(({ id }) => id === 'joinByField').options.byField = 'window')),
    caught: /"Now": (the number of rows shows|has no row for|the list of columns)/,
  },
  {
    name: 'an override of a column that has another name',
    of: 'journal-edge', titles: ['Now'],
    plant: change('Now', (panel) => (panel.fieldConfig.overrides.find(({ matcher }) => matcher.options === 'Value #C').matcher.options = 'Value #Q')),
    caught: /"Now": the list of columns shows/,
  },
  {
    name: 'the overview in another order',
    of: 'overview', titles: ['All SLOs'],
    plant: change('All SLOs', (panel) => (panel.options.sortBy[0].desc = true)),
    caught: /is not sorted by budget left/,
  },
  {
    name: 'a query that leaves out a service',
    of: 'overview', titles: ['All SLOs'],
    plant: replaceInQueries('label_join(slo:info,', 'label_join(slo:info{service!="pxl-core"},'),
    caught: /"All SLOs": (has no row for|Service of|Objective of) pxl-core/,
  },
  {
    name: 'the numbers of another SLO',
    of: 'journal-edge', titles: availability,
    plant: replaceInQueries('slo="availability"', 'slo="login-availability"'),
    caught: /budget left shows "-68\.6%", the truth is "64\.2%"/,
  },
  {
    name: 'a window that is not the one in the name',
    of: 'journal-edge', titles: lines('Burn rates of the alert windows'),
    plant: replaceInQueries('rate18h', 'rate3h'),
    caught: /"Burn rates of the alert windows": 18h is/,
  },
  {
    name: 'a line at another factor than its name says',
    of: 'journal-edge', titles: lines('Burn rates of the alert windows'),
    plant: replaceInQueries('vector(14.4)', 'vector(6)'),
    caught: /the line page factor 14\.4 .* is 6, the truth is 14\.4/,
  },
  {
    name: 'no line for a factor',
    of: 'journal-edge', titles: lines('Burn rates of the alert windows'),
    plant: change('Burn rates of the alert windows', (panel) => (panel.targets = panel.targets.filter(({ expr }) => expr !== 'vector(14.4)'))),
    caught: /the number of lines for page fast shows 0, the truth is 1/,
  },
  {
    name: 'a good word for a bad state',
    of: 'journal-edge', titles: ['Now'],
    plant: change('Now', (panel) => (propertyOf(panel, 'State', 'mappings').value[0].options[5].text = 'OK')),
    caught: /State of availability shows "OK", the truth is "PAGE fires"/,
  },
  {
    name: 'a good colour for a bad state',
    of: 'journal-edge', titles: ['Now'],
    plant: change('Now', (panel) => (propertyOf(panel, 'State', 'mappings').value[0].options[5].color = 'green')),
    caught: /State of availability has the colour/,
  },
  {
    name: 'a variable that is not defined',
    of: 'pxl-platform', titles: ['Component availability: 99.9% over 90d', 'Least budget left by component'],
    plant: replaceInQueries('$component', '$compnent'),
    caught: /unknown variable \$compnent/,
  },
  {
    name: 'an expression that Prometheus refuses',
    of: 'journal-edge', titles: availability,
    plant: replaceInQueries('min(', 'min(('),
    caught: /parse error/,
  },
  {
    name: 'a type of panel that does not exist',
    of: 'journal-edge', titles: availability,
    plant: change('Budget', (panel) => (panel.type = 'stats')),
    caught: /has the type stats/,
  },
  {
    name: 'a transformation that does not exist',
    of: 'journal-edge', titles: ['Now'],
    plant: change('Now', (panel) => (panel.transformations[0].id = 'joinByFields')),
    caught: /unknown transformation: joinByFields/,
  },
  {
    name: 'a panel that nobody checks',
    of: 'journal-edge', titles: availability,
    plant: change('Budget', (panel) => (panel.title = 'Budgets')),
    caught: /"Budgets": nobody checks this panel/,
  },
  {
    name: 'a panel that is empty while all works',
    of: 'journal-edge', titles: ['User journey', 'WebSocket connections'], state: 'healthy',
    plant: replaceInQueries('ws_active_connections', 'ws_active_conections'),
    caught: /query A of timeseries "WebSocket connections" finds nothing/,
  },
];

/** A small copy of a dashboard: the first panel of each title, in the order of the dashboard. */
export function excerpt(dashboard, titles) {
  const panels = titles.reduce(
    (taken, title) => {
      const from = taken.length === 0 ? 0 : dashboard.panels.indexOf(taken.at(-1)) + 1;
      return [...taken, dashboard.panels.slice(from).find((panel) => panel.title === title)];
    },
    [],
  );
  return structuredClone({ ...dashboard, panels });
}
