import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import UPNG from 'upng-js';
import { moments } from './data/moments.mjs';
import { dashboards } from './lib/dashboards.mjs';
import { repository } from './lib/repository.mjs';
import { Session } from './lib/session.mjs';

// Writes docs/images/NAME-THEME-WIDTH.png for all dashboards, or for those that are named: npm run screenshots -- [NAME…]

const folder = path.join(repository, 'docs/images');
const themes = ['light', 'dark'];
const widths = [1600, 800];
const tallest = 1800;
const colors = 128;

/** Fewer colours make a file of a third of the size. */
function shrink(png) {
  const image = UPNG.decode(png);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, colors));
}

/** Makes the window as tall as the page. Tables then draw their rows anew. */
async function showWhole(page, width) {
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const height = Math.min(tallest, whole);
  await page.setViewportSize({ width, height });
  await page.waitForFunction(() => [...document.querySelectorAll('[role="grid"]')].every((grid) => grid.querySelector('[role="gridcell"]')));
}

async function shoot(session, name, dashboard, theme, width) {
  const { page } = await session.open(dashboard, { moment: moments.incident, theme, width, height: 400 });
  await showWhole(page, width);
  const png = await page.screenshot();
  await page.close();
  await writeFile(path.join(folder, `${name}-${theme}-${width}.png`), shrink(png));
}

const wanted = process.argv.slice(2);
const chosen = [...dashboards].filter(([name]) => wanted.length === 0 || wanted.includes(name));

await mkdir(folder, { recursive: true });
const session = await Session.start();
try {
  for (const [name, dashboard] of chosen) {
    for (const theme of themes) for (const width of widths) await shoot(session, name, dashboard, theme, width);
    console.log(name);
  }
} finally {
  await session.stop();
}
