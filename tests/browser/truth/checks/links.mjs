import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { dashboards } from '../../lib/dashboards.mjs';
import { repository } from '../../lib/repository.mjs';

const project = parse(readFileSync(path.join(repository, 'slo.yaml'), 'utf8'));

const byUid = new Map([...dashboards.values()].map((dashboard) => [dashboard.uid, dashboard]));

const grafana = new URL(project.grafana.url);
const runbooks = new URL(project.runbooks.url.replace(/\{.*/, ''));
const alertmanager = project.alertmanager?.url ? new URL(project.alertmanager.url) : null;

/** Why a link leads nowhere, or null. */
export function faultOfLink(href) {
  if (/\$\{|\[\[/.test(decodeURIComponent(href))) return 'holds a variable that nobody fills in';
  const url = URL.canParse(href, grafana) ? new URL(href, grafana) : null;
  if (!url) return 'is no address';
  if (url.origin === grafana.origin) return faultInGrafana(url);
  if (url.origin === runbooks.origin) return faultOfRunbook(url);
  if (alertmanager && url.origin === alertmanager.origin) return null;
  return 'leads to a place that the project does not name';
}

function faultInGrafana(url) {
  if (url.pathname === '/explore') return faultOfExplore(url);
  const uid = /^\/d\/([^/]+)$/.exec(url.pathname)?.[1];
  const target = byUid.get(uid);
  if (!target) return `leads to the dashboard ${uid}, which is not generated`;
  const names = new Set(target.templating.list.map(({ name }) => name));
  const unknown = [...url.searchParams.keys()].filter((key) => key.startsWith('var-') && !names.has(key.slice('var-'.length)));
  // Grafana hands on all variables of a dashboard to all others, which take those that they know.
  return unknown.length > 0 && !url.searchParams.has('var-datasource') ? `sets ${unknown.join(', ')}, which ${uid} does not have` : null;
}

function faultOfExplore(url) {
  try {
    const [pane] = Object.values(JSON.parse(url.searchParams.get('panes')));
    return pane.queries.every(({ expr }) => expr) && pane.datasource ? null : 'opens Explore without a query';
  } catch {
    return 'opens Explore with panes that are no JSON';
  }
}

const slugOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s+/g, '-');

function faultOfRunbook(url) {
  const file = path.join(repository, 'slo-specs/runbooks', `${url.pathname.slice(runbooks.pathname.length)}.md`);
  if (!existsSync(file)) return 'leads to a runbook that does not exist';
  const anchors = [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading]) => slugOf(heading));
  return url.hash && !anchors.includes(url.hash.slice(1)) ? `leads to ${url.hash}, which the runbook does not have` : null;
}

const linksOfPanel = (panel) => [
  ...(panel.panelLinks ?? []),
  ...(panel.links ?? []),
  ...(panel.values ?? []).flatMap((value) => value.links),
  ...(panel.rows ?? []).flatMap((row) => row.flatMap((cell) => (cell.text === 'none' ? [] : cell.links))),
];

/** Every link of a dashboard that leads nowhere. */
export function deadLinks(report) {
  const ofPanels = report.panels.flatMap((panel) => linksOfPanel(panel).map((link) => ({ ...link, of: `"${panel.title}"` })));
  const all = [...report.links.map((link) => ({ ...link, of: 'the dashboard' })), ...ofPanels];
  return all.flatMap(({ of, title, href }) => {
    const fault = faultOfLink(href);
    return fault ? [`link "${title}" of ${of} ${fault}: ${href}`] : [];
  });
}
