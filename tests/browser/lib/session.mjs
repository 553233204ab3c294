import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serveTestData } from '../data/load.mjs';
import { Host } from './host.mjs';

/** The test data in a Prometheus, and Chromium to look at it. */
export class Session {
  static async start() {
    const folder = await mkdtemp(path.join(tmpdir(), 'slo-blocks-'));
    const [prometheus, host] = await Promise.all([serveTestData(folder), Host.start()]);
    return new Session(folder, prometheus, host);
  }

  constructor(folder, prometheus, host) {
    Object.assign(this, { folder, prometheus, host });
  }

  async read(dashboard, options) {
    return this.host.read(dashboard, { prometheus: this.prometheus, ...options });
  }

  async open(dashboard, options) {
    return this.host.open(dashboard, { prometheus: this.prometheus, ...options });
  }

  async stop() {
    await this.host.stop();
    await this.prometheus.stop();
    await rm(this.folder, { recursive: true });
  }
}
