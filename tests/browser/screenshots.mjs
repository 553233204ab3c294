import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { moments } from './data/moments.mjs';
import { dashboards } from './lib/dashboards.mjs';
import { repository } from './lib/repository.mjs';
import { Session } from './lib/session.mjs';

// Writes docs/images/NAME-THEME-WIDTH.png for every dashboard, or for those that are named: npm run screenshots [NAME…]

const folder = path.join(repository, 'docs/images');
const themes = ['light', 'dark'];
const widths = [1600, 800];

const wanted = process.argv.slice(2);
const chosen = [...dashboards].filter(([name]) => wanted.length === 0 || wanted.includes(name));

await mkdir(folder, { recursive: true });
const session = await Session.start();
try {
  for (const [name, dashboard] of chosen) {
    for (const theme of themes) {
      for (const width of widths) {
        const { page } = await session.open(dashboard, { moment: moments.incident, theme, width });
        await page.screenshot({ path: path.join(folder, `${name}-${theme}-${width}.png`), fullPage: true });
        await page.close();
      }
    }
    console.log(name);
  }
} finally {
  await session.stop();
}
