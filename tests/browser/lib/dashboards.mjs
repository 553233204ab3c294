import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { repository } from './repository.mjs';

const folder = path.join(repository, 'generated/grafana');

/** The generated dashboards by file name. */
export const dashboards = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => [path.basename(file, '.json'), JSON.parse(readFileSync(path.join(folder, file), 'utf8'))]),
);
