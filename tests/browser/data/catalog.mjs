import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../lib/repository.mjs';

/** The generated list of SLOs: objectives, windows, tiers of alerts. */
export const catalog = JSON.parse(readFileSync(path.join(repository, 'generated/catalog.json'), 'utf8'));

export function sloOf({ service, slo }) {
  const found = catalog.slos.find((one) => one.service === service && one.slo === slo);
  if (!found) throw new Error(`no SLO ${service}/${slo}`);
  return found;
}
