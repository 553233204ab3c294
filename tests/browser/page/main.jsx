import { letTimeGoOn } from './clock.js';
import { pageErrors } from './errors.js';
import { createRoot } from 'react-dom/client';
import { ThemeContext, createTheme, rangeUtil } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { loadAnnotations } from './annotations.js';
import { Dashboard } from './Dashboard.jsx';
import { interpolate } from './interpolation.js';
import { placePanels } from './layout.js';
import { resolveLinks } from './links.js';
import { loadPanelData } from './panelData.js';
import { panelTypes } from './panels/catalog.js';
import { Prometheus } from './prometheus.js';
import { addPageStyles } from './styles.js';
import { builtInVariables, resolveVariables } from './variables.js';

// Address of the page: ?dashboard=FILE&dashboards=FILE&prometheus=URL&now=MILLISECONDS[&theme=light][&var-NAME=VALUE]
const address = new URLSearchParams(location.search);

const margin = 16;
const stepOfAnnotations = 3600;

async function loadJson(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}

function rangeOf(dashboard) {
  const range = rangeUtil.convertRawToRange(dashboard.time, 'utc');
  return { range, milliseconds: { from: range.from.valueOf(), to: range.to.valueOf() } };
}

async function loadPanel(panel, box, context) {
  const report = { id: panel.id, type: panel.type, title: context.replaceVariables(panel.title), errors: [] };
  const loaded = { panel, title: report.title, report };
  if (panel.type === 'row') return loaded;
  try {
    const type = panelTypes[panel.type];
    if (!type) throw new Error(`panels of type ${panel.type} are not known here`);
    report.standsIn = type.standsIn ?? false;
    report.panelLinks = resolveLinks(panel.links, context.variables, context.dashboards);
    const { frames, emptyQueries } = await loadPanelData(panel, { ...context, width: box.width });
    loaded.data = { frames, range: context.range };
    Object.assign(report, { emptyQueries }, type.describe(panel, loaded.data, context));
  } catch (error) {
    loaded.error = error;
    report.errors.push(error.message);
  }
  return loaded;
}

async function show(dashboard, dashboards) {
  const { range, milliseconds } = rangeOf(dashboard);
  letTimeGoOn();
  const theme = createTheme({ colors: { mode: address.get('theme') ?? 'dark' } });
  addPageStyles(theme);

  const variables = builtInVariables(dashboard, milliseconds);
  const prometheus = new Prometheus(address.get('prometheus'), variables, milliseconds);
  await resolveVariables(dashboard, variables, prometheus, address);
  const replaceVariables = (text, scoped) => interpolate(text, variables, { scoped });
  const wholeTables = address.has('whole-tables');
  const context = { range, prometheus, variables, dashboards, theme, replaceVariables, wholeTables };

  const places = placePanels(dashboard.panels, window.innerWidth - 2 * margin);
  const loaded = await Promise.all(places.map(({ panel, box }) => loadPanel(panel, box, context)));
  const height = Math.max(...places.map(({ box }) => box.top + box.height));
  createRoot(document.getElementById('root')).render(
    <ThemeContext.Provider value={theme}>
      <Dashboard title={dashboard.title} {...{ loaded, places, context, height }} />
    </ThemeContext.Provider>,
  );
  return {
    uid: dashboard.uid,
    title: dashboard.title,
    variables: Object.fromEntries([...variables].filter(([name]) => !name.startsWith('__'))),
    links: resolveLinks(dashboard.links, variables, dashboards),
    annotations: await loadAnnotations(dashboard, prometheus, stepOfAnnotations),
    panels: loaded.map(({ report }) => report),
  };
}

const framesDrawn = (count) => new Promise((resolve) => {
  const next = (left) => (left === 0 ? resolve() : requestAnimationFrame(() => next(left - 1)));
  next(count);
});

/** What the panels of the page say to a reader, beside what Grafana's libraries say they should. */
function addShownTexts(report) {
  for (const panel of report.panels) {
    const box = document.querySelector(`[data-panel="${panel.id}"]`);
    panel.shown = box?.innerText ?? '';
    panel.canvases = box?.querySelectorAll('canvas').length ?? 0;
  }
}

async function main() {
  await initPluginTranslations('slo-browser-test');
  const report = await show(await loadJson(address.get('dashboard')), await loadJson(address.get('dashboards')));
  await framesDrawn(10);
  addShownTexts(report);
  return report;
}

const report = await main().catch((error) => {
  pageErrors.push(`page: ${error.stack}`);
  return { panels: [] };
});
const element = document.createElement('script');
element.type = 'application/json';
element.id = 'report';
element.textContent = JSON.stringify({ ...report, errors: pageErrors }).replaceAll('<', '\\u003c');
document.body.append(element);
