import { journal } from './world/journal.mjs';
import { nyx } from './world/nyx.mjs';
import { pxl } from './world/pxl.mjs';
import { titan } from './world/titan.mjs';

const systems = [journal, nyx, pxl, titan];

/** Raw metrics of the five systems. */
export const rawSeries = systems.flatMap(({ series }) => series);

/** Their SLOs with the events that these metrics count. */
export const objectives = systems.flatMap((system) => system.objectives);

const thresholdAlerts = systems.flatMap((system) => system.thresholdAlerts);

/** The alerts of a service without an SLO that fire at a moment, as lanes name them. */
export function firingThresholdAlerts(service, moment) {
  return thresholdAlerts.filter((alert) => alert.service === service && alert.firesAt(moment)).map(({ lane }) => lane);
}

const panels = Object.assign({}, ...systems.map((system) => system.panels));

/** What a panel that a spec asks for shows at a moment, by the names of its series; undefined when no spec asks for it. */
export function panelOfUser(service, title, moment) {
  return panels[service]?.[title]?.(moment);
}

/** The service whose rules stopped running before the incident, and for how many hours. */
export const absent = { service: 'nyx-evidence', hours: 8 };
