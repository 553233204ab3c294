import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { moments } from './data/moments.mjs';
import { HtmlAudit, findingsOfFile } from './lib/htmlAudit.mjs';
import { skipReason } from './lib/programs.mjs';
import { serveRecords, timeOf, writeReport } from './lib/report.mjs';

const pages = {
  plain: ['index.html', 'slos/journal-edge/login-latency.html'],
  measured: ['index.html', 'slos/journal-edge/login-availability.html', 'slos/pxl-platform/availability.html'],
};

async function overflow(audit, file, width) {
  const page = await audit.open(file, { width });
  const found = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.close();
  return found;
}

/** The tallest row of a table: a column that is squeezed makes rows tall. */
async function tallestRow(audit, file, look) {
  const page = await audit.open(file, look);
  const found = await page.evaluate(() => Math.max(...[...document.querySelectorAll('tr')].map((row) => row.getBoundingClientRect().height)));
  await page.close();
  return found;
}

describe('the report', { skip: skipReason }, () => {
  let audit;
  let folder;
  let prometheus;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'slo-report-'));
    prometheus = await serveRecords(await mkdtemp(path.join(folder, 'data-')), moments.incident);
    const measured = writeReport(path.join(folder, 'measured'), '--prometheus', prometheus.url, '--to', timeOf(moments.incident));
    audit = await HtmlAudit.start();
    await measured;
    await writeReport(path.join(folder, 'plain'));
  });

  after(async () => {
    await audit?.stop();
    await prometheus?.stop();
    await rm(folder, { recursive: true });
  });

  for (const kind of ['plain', 'measured']) {
    for (const page of pages[kind]) {
      it(`has a sound ${kind} page ${page}`, async () => {
        assert.deepEqual(await findingsOfFile(audit, path.join(folder, kind, page)), []);
      });
    }

    it(`fits a narrow screen, ${kind}`, async () => {
      for (const page of pages[kind]) assert.equal(await overflow(audit, path.join(folder, kind, page), 360), 0, page);
    });
  }

  it('shows what was measured, and labels as they are', async () => {
    const [edge, platform] = await Promise.all(pages.measured.slice(1).map((page) => readFile(path.join(folder, 'measured', page), 'utf8')));
    assert.match(edge, /exhausted/);
    assert.match(edge, /−40\.0%/);
    assert.match(platform, /&lt;script&gt;alert/);
  });

  for (const look of [{ width: 360 }, { width: 800 }, { width: 690, media: 'print' }]) {
    it(`squeezes no column, ${look.media ?? 'screen'} ${look.width}`, async () => {
      for (const page of pages.measured) assert.ok((await tallestRow(audit, path.join(folder, 'measured', page), look)) < 150, page);
    });
  }

  it('prints without cutting tables off, in black on white', async () => {
    const page = await audit.open(path.join(folder, 'measured/index.html'), { media: 'print', colorScheme: 'dark', width: 700 });
    const seen = await page.evaluate(() => ({
      background: getComputedStyle(document.body).backgroundColor,
      beyond: document.documentElement.scrollWidth > 700,
      cut: [...document.querySelectorAll('.scroll')].filter((e) => getComputedStyle(e).overflowX !== 'visible').length,
    }));
    await page.close();
    assert.deepEqual(seen, { background: 'rgb(255, 255, 255)', beyond: false, cut: 0 });
  });

  it('runs no script, even where a template has one', async () => {
    const html = await readFile(path.join(folder, 'plain/index.html'), 'utf8');
    const page = await audit.open(path.join(folder, 'plain/index.html'));
    assert.doesNotMatch(html, /<script/);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.hasRun = true';
      document.body.append(script);
    });
    assert.equal(await page.evaluate(() => globalThis.hasRun), undefined);
    await page.close();
  });
});
