import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openMetrics } from '../data/openmetrics.mjs';
import { runProgram } from './programs.mjs';

// One block for all: by default promtool reads the whole input again for each two hours of it.
const oneBlock = '--max-block-duration=8192h';
const linesPerWrite = 10000;

function* inChunks(lines) {
  let chunk = [];
  for (const line of lines) {
    if (chunk.push(line) < linesPerWrite) continue;
    yield chunk.join('');
    chunk = [];
  }
  yield chunk.join('');
}

/** Adds series to a folder of blocks; a Prometheus that serves it sees them when it starts anew. */
export async function addSeries(folder, series) {
  const file = path.join(folder, 'series.om');
  await pipeline(Readable.from(inChunks(openMetrics(series))), createWriteStream(file));
  await runProgram('promtool', ['tsdb', 'create-blocks-from', 'openmetrics', oneBlock, file, folder]);
  await rm(file);
}
