import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { moments } from './data/moments.mjs';
import { dashboards } from './lib/dashboards.mjs';
import { skipReason } from './lib/programs.mjs';
import { Session } from './lib/session.mjs';

describe('generated dashboards in a browser', { skip: skipReason }, () => {
  let session;

  before(async () => {
    session = await Session.start();
  });

  after(() => session?.stop());

  for (const [name, dashboard] of dashboards) {
    for (const [state, moment] of Object.entries(moments)) {
      it(`${name} is drawn without an error when the systems are in state ${state}`, async () => {
        const report = await session.read(dashboard, { moment });
        assert.deepEqual(report.errors, []);
        assert.deepEqual(report.panels.filter(({ errors }) => errors.length > 0), []);
        assert.equal(report.panels.length, dashboard.panels.length);
      });
    }
  }
});
