import { lastValueFrom } from 'rxjs';
import { rangeUtil, standardTransformers, standardTransformersRegistry, transformDataFrame } from '@grafana/data';
import { frameOfTable, framesOfMatrix, framesOfVector } from './frames.js';
import { applyFieldConfig } from './fieldConfig.js';

// The list names some transformers twice, which a registry refuses.
const transformers = new Map(Object.values(standardTransformers).map((transformer) => [transformer.id, transformer]));

standardTransformersRegistry.setInit(() =>
  [...transformers.values()].map((transformer) => ({
    id: transformer.id,
    name: transformer.name ?? transformer.id,
    transformation: () => Promise.resolve(transformer),
    editor: () => null,
    imageDark: '',
    imageLight: '',
  })),
);

/** The step that Grafana chooses for a panel of this width. */
function stepFor(panel, range, width, scrapeInterval) {
  const points = panel.maxDataPoints ?? Math.max(Math.floor(width), 1);
  return rangeUtil.calculateInterval(range, points, panel.interval ?? `${scrapeInterval}s`).intervalMs / 1000;
}

/** The time range of a panel: that of the dashboard, but for a panel that says how far it looks back. */
export function rangeOfPanel(panel, range) {
  if (panel.timeShift) throw new Error('time shifts are not known here');
  return panel.timeFrom ? rangeUtil.convertRawToRange({ from: `now-${panel.timeFrom}`, to: 'now' }, 'utc') : range;
}

async function framesOfTarget(target, tables, prometheus, step) {
  if (!target.instant) return framesOfMatrix(target, await prometheus.overRange(target.expr, step), step);
  const answer = await prometheus.instant(target.expr);
  return target.format === 'table' ? [frameOfTable(target, answer, tables)] : framesOfVector(target, answer);
}

/** Runs the queries of a panel and applies its transformations and its field configuration. */
export async function loadPanelData(panel, { prometheus, range, width, theme, replaceVariables }) {
  const targets = (panel.targets ?? []).filter((target) => !target.hide);
  const step = stepFor(panel, range, width, prometheus.scrapeInterval);
  const tables = targets.filter((target) => target.format === 'table').length;
  const answers = await Promise.all(targets.map((target) => framesOfTarget(target, tables, prometheus, step)));
  const known = panel.transformations ?? [];
  for (const { id } of known) if (!transformers.has(id)) throw new Error(`unknown transformation: ${id}`);
  const frames = known.length > 0 ? await lastValueFrom(transformDataFrame(known, answers.flat())) : answers.flat();
  const emptyQueries = targets.filter((_, index) => answers[index].every((frame) => frame.length === 0)).map((target) => target.refId);
  return { frames: applyFieldConfig(frames, panel, { theme, replaceVariables }), emptyQueries };
}
