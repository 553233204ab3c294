import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { manySlos } from './data/manySlos.mjs';
import { moments } from './data/moments.mjs';
import { addSeries } from './lib/blocks.mjs';
import { dashboards } from './lib/dashboards.mjs';
import { skipReason } from './lib/programs.mjs';
import { PrometheusServer } from './lib/prometheusServer.mjs';
import { Session } from './lib/session.mjs';
import { auditDashboard } from './truth/auditDashboard.mjs';
import { excerpt, mutations } from './truth/mutations.mjs';

describe('generated dashboards in a browser', { skip: skipReason }, () => {
  let session;

  before(async () => {
    session = await Session.start();
  });

  after(() => session?.stop());

  async function audit(dashboard, state) {
    const moment = moments[state];
    const report = await session.read(dashboard, { moment, wholeTables: true });
    assert.equal(report.panels.length, dashboard.panels.length);
    return auditDashboard(dashboard, report, { moment, healthy: state === 'healthy' });
  }

  describe('that tell the truth', { concurrency: availableParallelism() }, () => {
    for (const [name, dashboard] of dashboards) {
      for (const state of Object.keys(moments)) {
        it(`${name} in state ${state}`, async () => {
          assert.deepEqual(await audit(dashboard, state), []);
        });
      }
    }
  });

  describe('whose faults are caught', { concurrency: availableParallelism() }, () => {
    for (const { name, of, titles, plant, caught, state = 'incident' } of mutations) {
      it(name, async () => {
        const dashboard = excerpt(dashboards.get(of), titles);
        plant(dashboard);
        assert.match((await audit(dashboard, state)).join('\n'), caught);
      });
    }
  });

  // On its own, after the others: it is timed.
  it('overview shows 500 SLOs within 10 seconds', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'slo-many-'));
    await addSeries(folder, manySlos(500));
    const prometheus = await PrometheusServer.start(folder);
    try {
      const start = performance.now();
      const report = await session.host.read(dashboards.get('overview'), { prometheus, moment: moments.incident });
      const seconds = (performance.now() - start) / 1000;
      assert.deepEqual([...report.errors, ...report.panels.flatMap(({ errors }) => errors)], []);
      const panel = (title) => report.panels.find((one) => one.title === title);
      assert.equal(panel('SLOs').values[0].text, '500');
      assert.equal(panel('Budget exhausted').values[0].text, '50');
      assert.equal(panel('All SLOs').rows.length, 500);
      assert.ok(seconds < 10, `took ${seconds.toFixed(1)} s`);
    } finally {
      await prometheus.stop();
      await rm(folder, { recursive: true });
    }
  });
});
