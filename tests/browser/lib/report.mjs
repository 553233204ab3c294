import path from 'node:path';
import { addSeries } from './blocks.mjs';
import { runProgram } from './programs.mjs';
import { PrometheusServer } from './prometheusServer.mjs';
import { repository } from './repository.mjs';

const project = path.join(repository, 'src/SloCompiler.Cli');

/** Writes the report of the repository's own specs to `folder`. `more` are further arguments. The command is built already. */
export async function writeReport(folder, ...more) {
  await runProgram('dotnet', ['run', '--no-build', '--project', project, '--', 'report', '--output', folder, ...more]);
}

/** A time in seconds as the command takes it. */
export const timeOf = (seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

const hour = 3600;

/** What rules would have recorded of one budget that an incident uses up halfway through the `days` before `end`. */
function recorded(labels, end, days) {
  const times = Array.from({ length: days * 24 }, (_, i) => end - (days * 24 - 1 - i) * hour);
  const middle = end - (days * 24 * hour) / 2;
  const isBad = (time) => Math.abs(time - middle) < 6 * hour;
  const series = (name, at) => ({ name, labels, times, at });
  return [
    series('slo:total:rate5m', () => 10),
    series('slo:bad:rate5m', (time) => (isBad(time) ? 2 : 0)),
    series('slo:error_ratio:rate5m', (time) => (isBad(time) ? 0.2 : 0)),
    series('slo:error_ratio:rate1h', (time) => (isBad(time) ? 0.2 : 0)),
    series('slo:burn_rate:ratio1h', (time) => (isBad(time) ? 200 : 0.3)),
    series('slo:error_budget_remaining:ratio', (time) => (time < middle ? 0.9 : -0.4)),
  ];
}

/** A Prometheus with the records of some SLOs of the repository in `folder`: one budget, two budgets; nothing of the others. */
export async function serveRecords(folder, end) {
  const edge = { service: 'journal-edge', slo: 'login-availability' };
  const platform = { service: 'pxl-platform', slo: 'availability' };
  await addSeries(folder, [
    ...recorded(edge, end, 20),
    ...recorded({ ...platform, component: 'api' }, end, 20),
    ...recorded({ ...platform, component: '<script>alert(1)</script>' }, end, 20),
  ]);
  return PrometheusServer.start(folder);
}
