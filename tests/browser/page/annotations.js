import { framesOfMatrix } from './frames.js';

/** Runs the annotation queries against Prometheus. Grafana's packages cannot draw annotations, so they are counted. */
export async function loadAnnotations(dashboard, prometheus, step) {
  const ofPrometheus = dashboard.annotations.list.filter((annotation) => annotation.expr);
  return Promise.all(
    ofPrometheus.map(async (annotation) => {
      const frames = framesOfMatrix({ legendFormat: annotation.titleFormat }, await prometheus.overRange(annotation.expr, step), step);
      return { name: annotation.name, titles: [...new Set(frames.map((frame) => frame.name))].toSorted() };
    }),
  );
}
