import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { launchChromium } from './chromium.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });

/** What is wrong with the HTML of a text, one line each; empty when it is valid. */
export async function invalidHtml(html) {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}

/** Looks at HTML pages in Chromium: labels, contrast, headings, tables, and what they ask the network for. */
export class HtmlAudit {
  static async start() {
    return new HtmlAudit(await launchChromium());
  }

  constructor(browser) {
    this.browser = browser;
  }

  /** What is wrong with a page, one line each. `place` is a file or an http address. */
  async findings(place, options) {
    const { page, noise } = await this.#open(place, options);
    const found = await this.#violations(page);
    await page.close();
    return [...noise, ...found];
  }

  /** Opens a page for checks of the caller, who closes it. `colorScheme` is light or dark, `media` is screen or print. */
  async open(place, options) {
    return (await this.#open(place, options)).page;
  }

  async #open(place, { colorScheme = 'light', media = 'screen', width = 1280, height = 900 } = {}) {
    const url = /^https?:/.test(place) ? place : pathToFileURL(place).href;
    const page = await this.browser.newPage({ viewport: { width, height }, colorScheme });
    await page.emulateMedia({ media, colorScheme });
    const noise = [];
    page.on('console', (message) => message.type() === 'error' && noise.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => noise.push(`script: ${error.message}`));
    page.on('request', (request) => isForeign(request, url) && noise.push(`asks for ${request.url()}`));
    await page.goto(url);
    return { page, noise };
  }

  async #violations(page) {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, html }) => `${id}: ${help} (${target.join(' ')}) ${html.slice(0, 160)}`));
  }

  async stop() {
    await this.browser.close();
  }
}

const isForeign = (request, url) => request.url() !== url && !request.url().startsWith('data:');

/** All that is wrong with an HTML file: its HTML, and the page in light, dark and print. */
export async function findingsOfFile(audit, file) {
  const place = file instanceof URL ? fileURLToPath(file) : file;
  const invalid = await invalidHtml(await readFile(place, 'utf8'));
  const looks = [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { media: 'print' }];
  const seen = [];
  for (const look of looks) seen.push(...(await audit.findings(place, look)).map((one) => `${look.colorScheme ?? look.media}: ${one}`));
  return [...invalid, ...seen];
}
