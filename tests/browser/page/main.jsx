import { letTimeGoOn } from './clock.js';
import { pageErrors } from './errors.js';
import { createRoot } from 'react-dom/client';
import { ThemeContext, createTheme, rangeUtil } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { loadAnnotations } from './annotations.js';
import { Dashboard } from './Dashboard.jsx';
import { openThresholds } from './fieldConfig.js';
import { interpolate } from './interpolation.js';
import { placePanels } from './layout.js';
import { resolveLinks } from './links.js';
import { loadPanelData, rangeOfPanel } from './panelData.js';
import { panelTypes } from './panels/catalog.js';
import { Prometheus } from './prometheus.js';
import { addPageStyles } from './styles.js';
import { builtInVariables, resolveVariables } from './variables.js';

// Address of the page: ?dashboard=FILE&dashboards=FILE&prometheus=URL&now=MILLISECONDS[&theme=light][&scrape-interval=SECONDS][&var-NAME=VALUE]
const address = new URLSearchParams(location.search);

const margin = 16;
const stepOfAnnotations = 3600;

async function loadJson(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}

const inMilliseconds = (range) => ({ from: range.from.valueOf(), to: range.to.valueOf() });

async function loadPanel(panel, box, context) {
  const report = { id: panel.id, type: panel.type, title: context.replaceVariables(panel.title), errors: [] };
  const loaded = { panel, title: report.title, report };
  if (panel.type === 'row') return loaded;
  try {
    const type = panelTypes[panel.type];
    if (!type) throw new Error(`panels of type ${panel.type} are not known here`);
    report.standsIn = type.standsIn ?? false;
    report.panelLinks = resolveLinks(panel.links, context.variables, context.dashboards);
    const range = context.ranges.get(panel);
    const prometheus = context.prometheus.over(inMilliseconds(range));
    const { frames, emptyQueries } = await loadPanelData(panel, { ...context, prometheus, range, width: box.width });
    loaded.data = { frames, range };
    Object.assign(report, { emptyQueries }, type.describe(panel, loaded.data, context));
  } catch (error) {
    loaded.error = error;
    report.errors.push(error.message);
  }
  return loaded;
}

async function show(dashboard, dashboards) {
  for (const panel of dashboard.panels) openThresholds(panel);
  const range = rangeUtil.convertRawToRange(dashboard.time, 'utc');
  const ranges = new Map(dashboard.panels.map((panel) => [panel, rangeOfPanel(panel, range)]));
  letTimeGoOn();
  const theme = createTheme({ colors: { mode: address.get('theme') ?? 'dark' } });
  addPageStyles(theme);

  const variables = builtInVariables(dashboard, inMilliseconds(range));
  const scrapeInterval = Number(address.get('scrape-interval') ?? 15);
  const prometheus = new Prometheus(address.get('prometheus'), { variables, range: inMilliseconds(range), scrapeInterval });
  await resolveVariables(dashboard, variables, prometheus, address);
  const replaceVariables = (text, scoped) => interpolate(text, variables, { scoped });
  const wholeTables = address.has('whole-tables');
  const context = { ranges, prometheus, variables, dashboards, theme, replaceVariables, wholeTables };

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
    textColor: theme.visualization.getColorByName('text'),
    variables: Object.fromEntries([...variables].filter(([name]) => !name.startsWith('__'))),
    links: resolveLinks(dashboard.links, variables, dashboards),
    annotations: await loadAnnotations(dashboard, prometheus, stepOfAnnotations),
    panels: loaded.map(({ report }) => report),
  };
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

const boxOf = ({ id }) => document.querySelector(`[data-panel="${id}"]`);

const patience = 20_000;

/** Whether a panel shows all that it has to show: tables and graphs are drawn later than the rest. */
function isDrawn(panel) {
  const box = boxOf(panel);
  if (box === null) return false;
  if (panel.errors.length > 0) return true;
  if (panel.type === 'table' && panel.rows.length > 0) return box.querySelector('[role="gridcell"]') !== null;
  if (panel.type === 'timeseries' && panel.series.length > 0) return box.querySelector('canvas') !== null;
  return true;
}

async function allDrawn(panels) {
  const start = performance.now();
  while (!panels.every(isDrawn) && performance.now() - start < patience) await nextFrame();
  for (const panel of panels) if (!isDrawn(panel)) panel.errors.push('has drawn nothing');
  // What is there now may still be laid out.
  for (let count = 0; count < 5; count++) await nextFrame();
}

/** The texts of the cells of a table, from top to bottom. */
function rowsIn(box) {
  const rows = [...box.querySelectorAll('[role="row"]')].filter((row) => row.querySelector('[role="gridcell"]'));
  const top = (row) => row.querySelector('[role="gridcell"]').getBoundingClientRect().top;
  const textsOf = (row) => [...row.querySelectorAll('[role="gridcell"]')].map((cell) => cell.innerText);
  return rows.toSorted((a, b) => top(a) - top(b)).map(textsOf);
}

/** What the panels of the page say to a reader, beside what Grafana's libraries say they should. */
function addShownTexts(report) {
  for (const panel of report.panels) {
    const box = boxOf(panel);
    panel.shown = box.innerText;
    if (panel.type === 'table') panel.drawnRows = rowsIn(box);
  }
}

async function main() {
  await initPluginTranslations('slo-browser-test');
  const report = await show(await loadJson(address.get('dashboard')), await loadJson(address.get('dashboards')));
  await allDrawn(report.panels);
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
