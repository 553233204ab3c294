import * as esbuild from 'esbuild';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Bundles the page into `folder` as main.js and main.css. */
export async function bundlePage(folder) {
  await esbuild.build({
    entryPoints: [path.join(here, 'page/main.jsx')],
    outdir: folder,
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    minify: true,
    logLevel: 'error',
    conditions: ['import', 'module', 'browser'],
    loader: { '.svg': 'dataurl', '.png': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl' },
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
  });
}
