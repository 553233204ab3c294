import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import UPNG from 'upng-js';
import { serveTestData } from './data/load.mjs';
import { moments } from './data/moments.mjs';
import { HtmlAudit } from './lib/htmlAudit.mjs';
import { timeOf, writeReport } from './lib/report.mjs';
import { repository } from './lib/repository.mjs';

// Writes docs/images/report-NAME-THEME-WIDTH.png: the report of the repository's own specs, over the test data.

const images = path.join(repository, 'docs/images');
const pages = { index: 'index.html', slo: 'slos/journal-edge/login-availability.html' };
const looks = [
  { colorScheme: 'light', width: 1600 },
  { colorScheme: 'light', width: 800 },
  { colorScheme: 'dark', width: 1600 },
  { colorScheme: 'dark', width: 800 },
  { colorScheme: 'light', width: 800, media: 'print' },
];
const tallest = 1800;
const colors = 64;

const shrink = (png) => {
  const image = UPNG.decode(png);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, colors));
};

const folder = await mkdtemp(path.join(tmpdir(), 'slo-report-'));
const prometheus = await serveTestData(await mkdtemp(path.join(folder, 'data-')));
await writeReport(path.join(folder, 'out'), '--prometheus', prometheus.url, '--to', timeOf(moments.incident));
await prometheus.stop();
await mkdir(images, { recursive: true });
const audit = await HtmlAudit.start();
for (const [name, file] of Object.entries(pages)) {
  for (const look of looks) {
    const page = await audit.open(path.join(folder, 'out', file), look);
    const height = Math.min(tallest, await page.evaluate(() => document.documentElement.scrollHeight));
    const png = await page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width: look.width, height } });
    await writeFile(path.join(images, `report-${name}-${look.media ?? look.colorScheme}-${look.width}.png`), shrink(png));
    await page.close();
  }
}
await audit.stop();
await rm(folder, { recursive: true });
