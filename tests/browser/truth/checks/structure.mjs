const columns = 24;

const known = new Set(['row', 'stat', 'timeseries', 'table', 'gauge', 'bargauge', 'text', 'state-timeline', 'alertlist']);

const overlaps = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

function* faultsOfPanel(panel, others) {
  if (!known.has(panel.type)) yield `has the type ${panel.type}`;
  if (!Number.isInteger(panel.id) || panel.id <= 0) yield `has the id ${panel.id}`;
  if (others.some((other) => other.id === panel.id)) yield `shares the id ${panel.id} with another panel`;
  if (panel.gridPos.x + panel.gridPos.w > columns) yield 'is wider than the page';
  if (others.some((other) => overlaps(panel.gridPos, other.gridPos))) yield 'lies over another panel';
  if (panel.type === 'row') return;
  if (!panel.title || !panel.description) yield 'has no title or no description';
  if (panel.type !== 'text') yield* faultsOfFields(panel.fieldConfig);
}

function* faultsOfFields({ defaults, overrides }) {
  if (!defaults.noValue) yield 'does not say what it shows without data (noValue)';
  const nullMapping = defaults.mappings?.some(({ type, options }) => type === 'special' && options.match.startsWith('null'));
  if (!nullMapping) yield 'does not map null to words';
  const lists = [defaults.thresholds, ...overrides.flatMap(({ properties }) => properties.filter(({ id }) => id === 'thresholds').map(({ value }) => value))];
  for (const { steps } of lists.filter(Boolean)) {
    const rises = steps.every(({ value }, index) => (index === 0 ? value === null : index === 1 || value > steps[index - 1].value));
    if (!rises) yield `has thresholds out of order: ${steps.map(({ value }) => value).join(', ')}`;
  }
}

/** What a look at the JSON alone says is wrong with a dashboard: for all panels, also for those that cannot be drawn here. */
export function structuralFaults(dashboard) {
  return dashboard.panels.flatMap((panel, index) => {
    const others = dashboard.panels.filter((_, other) => other !== index);
    return [...faultsOfPanel(panel, others)].map((fault) => `${panel.type} "${panel.title}" ${fault}`);
  });
}
