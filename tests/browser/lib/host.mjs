import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundlePage } from '../build.mjs';
import { stepOfScrapes } from '../data/moments.mjs';
import { launchChromium } from './chromium.mjs';
import { dashboards } from './dashboards.mjs';
import { PageServer } from './pageServer.mjs';
import { repository } from './repository.mjs';

// Milliseconds. A page takes one or two seconds, but machines can be busy.
const patience = 180_000;

const known = [...dashboards.values()].map(({ uid, title, tags }) => ({ uid, title, tags }));

/** Shows dashboards in Chromium, drawn with Grafana's libraries. */
export class Host {
  static async start() {
    const folder = await mkdtemp(path.join(tmpdir(), 'slo-page-'));
    await bundlePage(folder);
    await copyFile(path.join(repository, 'tests/browser/page/index.html'), path.join(folder, 'index.html'));
    const server = await new PageServer(folder).start();
    const browser = await launchChromium();
    return new Host({ folder, server, browser, context: await browser.newContext() });
  }

  constructor(parts) {
    Object.assign(this, parts, { knownPlace: parts.server.publish(known) });
  }

  /**
   * Opens a dashboard as it was at `moment`, in seconds, and gives the page with what it reports.
   * The caller closes the page.
   */
  async open(dashboard, { prometheus, moment, theme = 'dark', width = 1600, height = 1000, variables = {}, wholeTables = false, scrapeInterval = stepOfScrapes }) {
    const address = new URLSearchParams({
      dashboard: this.server.publish(dashboard),
      dashboards: this.knownPlace,
      prometheus: prometheus.url,
      now: moment * 1000,
      theme,
      'scrape-interval': scrapeInterval,
      ...(wholeTables ? { 'whole-tables': '' } : {}),
      ...Object.fromEntries(Object.entries(variables).map(([name, value]) => [`var-${name}`, value])),
    });
    const page = await this.context.newPage();
    page.setDefaultTimeout(patience);
    await page.setViewportSize({ width, height });
    await page.goto(`${this.server.url}/?${address}`);
    const report = await page.locator('#report').textContent();
    return { page, report: JSON.parse(report) };
  }

  /** What a dashboard reports, see `open`. */
  async read(dashboard, options) {
    const { page, report } = await this.open(dashboard, options);
    await page.close();
    return report;
  }

  async stop() {
    await this.browser.close();
    await this.server.stop();
    await rm(this.folder, { recursive: true });
  }
}
