import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A Prometheus on loopback that scrapes nothing and serves the blocks of a folder. */
export class PrometheusServer {
  static async start(folder) {
    const port = await freePort();
    const configuration = path.join(folder, 'prometheus.yml');
    await writeFile(configuration, 'global: {}\n');
    const child = spawn(
      'prometheus',
      [
        `--config.file=${configuration}`,
        `--storage.tsdb.path=${folder}`,
        '--storage.tsdb.retention.time=100y',
        `--web.listen-address=127.0.0.1:${port}`,
        // The test data has a sample an hour where nothing happens.
        '--query.lookback-delta=1h',
        '--log.level=warn',
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const server = new PrometheusServer(child, `http://127.0.0.1:${port}`);
    await server.#untilReady();
    return server;
  }

  constructor(child, url) {
    this.child = child;
    this.url = url;
    this.messages = '';
    child.stderr.on('data', (data) => (this.messages += data));
  }

  async #untilReady() {
    for (let attempt = 0; attempt < 600; attempt++) {
      if (this.child.exitCode !== null) throw new Error(`prometheus has ended: ${this.messages}`);
      const response = await fetch(`${this.url}/-/ready`).catch(() => null);
      if (response?.ok) return;
      await sleep(50);
    }
    throw new Error(`prometheus is not ready: ${this.messages}`);
  }

  async stop() {
    if (this.child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await ended;
  }
}
