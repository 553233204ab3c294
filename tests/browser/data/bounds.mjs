import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { repository } from '../lib/repository.mjs';

const folder = path.join(repository, 'slo-specs');

const catalogues = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.metrics.yaml'));

const metrics = Object.assign({}, ...catalogues.map((file) => parse(readFileSync(path.join(folder, file), 'utf8')).metrics));

/** The buckets of a histogram, as the catalogues of metrics have them. */
export function boundsOf(histogram) {
  return metrics[histogram].buckets;
}
