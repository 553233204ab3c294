import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { HtmlAudit, findingsOfFile } from './lib/htmlAudit.mjs';
import { skipReason } from './lib/programs.mjs';

const sound = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Report</title><style>body { color: #222; background: #fff; }</style></head>
<body><main>
<h1>Report</h1>
<h2>Budget</h2>
<table><caption>Budget left</caption><thead><tr><th scope="col">SLO</th><th scope="col">Left</th></tr></thead>
<tbody><tr><th scope="row">availability</th><td>12%</td></tr></tbody></table>
<p><label for="owner">Owner</label> <input type="text" id="owner"></p>
</main></body>
</html>
`;

const faults = [
  ['low contrast', (html) => html.replace('color: #222', 'color: #ddd'), /color-contrast/],
  ['a skipped heading', (html) => html.replaceAll('h2', 'h4'), /heading-order|heading-level/],
  ['an input without a label', (html) => html.replace('<label for="owner">Owner</label> ', ''), /label/],
  ['a table header without text', (html) => html.replace('>Left<', '><'), /empty-table-header/],
  ['an element that is not closed', (html) => html.replace('</main>', ''), /close-order/],
  ['an attribute twice', (html) => html.replace('<main>', '<main id="a" id="b">'), /no-dup-attr/],
  ['a page without a language', (html) => html.replace(' lang="en"', ''), /html-has-lang/],
  ['a request to the network', (html) => html.replace('<h2>', '<img alt="x" src="http://127.0.0.1:9/x.png"><h2>'), /asks for http/],
];

describe('checks of HTML pages', { skip: skipReason }, () => {
  let audit;
  let folder;

  before(async () => {
    audit = await HtmlAudit.start();
    folder = await mkdtemp(path.join(tmpdir(), 'slo-html-'));
  });

  after(async () => {
    await audit?.stop();
    await rm(folder, { recursive: true });
  });

  async function findingsOf(html) {
    const file = path.join(folder, 'page.html');
    await writeFile(file, html);
    return findingsOfFile(audit, file);
  }

  it('has nothing to say about a sound page', async () => {
    assert.deepEqual(await findingsOf(sound), []);
  });

  for (const [name, plant, expected] of faults) {
    it(`finds ${name}`, async () => {
      assert.match((await findingsOf(plant(sound))).join('\n'), expected);
    });
  }
});
