import { journal } from './world/journal.mjs';
import { nyx } from './world/nyx.mjs';
import { pxl } from './world/pxl.mjs';
import { titan } from './world/titan.mjs';

const systems = [journal, nyx, pxl, titan];

/** Raw metrics of the five systems. */
export const rawSeries = systems.flatMap(({ series }) => series);

/** Their SLOs with the events that these metrics count. */
export const objectives = systems.flatMap((system) => system.objectives);

/** The service whose rules stopped running before the incident, and for how many hours. */
export const absent = { service: 'nyx-evidence', hours: 8 };
