import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const types = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html', '.json': 'application/json' };

/** Serves the files of a folder on loopback, and documents that tests hand it. */
export class PageServer {
  #documents = new Map();
  #server;

  constructor(folder) {
    this.#server = createServer((request, response) => this.#answer(folder, request, response));
  }

  async start() {
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${this.#server.address().port}`;
    return this;
  }

  /** Where a browser finds `document`, as JSON. */
  publish(document) {
    const place = `/documents/${this.#documents.size}.json`;
    this.#documents.set(place, JSON.stringify(document));
    return place;
  }

  async #answer(folder, request, response) {
    const { pathname } = new URL(request.url, this.url);
    const name = path.normalize(pathname === '/' ? '/index.html' : pathname);
    const body = this.#documents.get(name) ?? (await readFile(path.join(folder, name)).catch(() => null));
    const type = types[path.extname(name)] ?? 'application/octet-stream';
    response.writeHead(body === null ? 404 : 200, { 'content-type': type, 'cache-control': 'max-age=3600' });
    response.end(body ?? '');
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
