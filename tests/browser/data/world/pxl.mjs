import { boundsOf } from '../bounds.mjs';
import { hour } from '../moments.mjs';
import { Objective, sampleRate } from '../objective.mjs';
import { Phases, always } from '../phases.mjs';
import { Traffic, constant, counter, gauge, quantile } from '../traffic.mjs';
import { freshness } from './freshness.mjs';

// LOGOS PXL. At the incident one component of the platform is down; slow proofs and a long queue have spent their budgets.

const core = { job: 'pxl-core' };

const components = ['gateway', 'gui', 'overlay-chrono', 'overlay-v4'];
const downAtIncident = new Phases(1, [[2, 0, 0]]);
const healthOf = (component) => (component === 'overlay-v4' ? downAtIncident : always(1));
const badOf = (component) => (component === 'overlay-v4' ? new Phases(0, [[2, 0, 1]]) : always(0));

const requestRate = 15;
const clientErrors = 0.02;
const serverErrors = 0.002;
const valid = new Traffic(always(requestRate * (1 - clientErrors)), always(serverErrors / (1 - clientErrors)));
const all = new Traffic(always(requestRate), always(clientErrors + serverErrors));

const proofs = new Traffic(always(15), new Phases(0.02, [[150, 60, 0.5]]));
const proofBuckets = { fast: [0.05, 0.1, 0.25], slow: 0.4 };
const noneAbove500ms = new Traffic(always(15));

const queueLength = new Phases(4, [[20, 10, 30]]);
const longQueue = new Phases(0, [[20, 10, 1]]);

const configBackup = freshness('pxl_config_backup_last_success_timestamp_seconds', { job: 'pxl-platform' }, { limit: 25 * hour, age: always(9 * hour) });

/** The maintenance that the specs of LOGOS PXL leave out; a record of it lasts for the five minutes of the base window. */
export function isMaintenance(time) {
  return [time, time - 300].some((one) => {
    const date = new Date(one * 1000);
    if (date.getUTCDay() !== 0) return false;
    const at = date.getUTCHours();
    return (at >= 2 && at < 4) || (date.getUTCDate() <= 7 && at >= 1 && at < 3);
  });
}

const container = { name: 'pxl-core' };

const series = [
  constant('probe_success', { job: 'pxl-health', component: 'pxl-core' }, 1),
  ...components.map((component) => gauge('probe_success', { job: 'pxl-health', component }, healthOf(component))),
  constant('up', core, 1),
  counter('http_requests_total', { ...core, status: '200' }, always(requestRate * (1 - clientErrors - serverErrors))),
  counter('http_requests_total', { ...core, status: '404' }, always(requestRate * clientErrors)),
  counter('http_requests_total', { ...core, status: '500' }, always(requestRate * serverErrors)),
  ...proofs.histogram('http_request_duration_seconds', core, boundsOf('http_request_duration_seconds'), proofBuckets),
  gauge('proof_queue_length', core, queueLength),
  configBackup.series,
  counter('container_cpu_usage_seconds_total', { ...container, cpu: '0' }, always(0.35)),
  constant('container_spec_cpu_quota', container, 100000),
  constant('container_spec_cpu_period', container, 100000),
  constant('container_memory_usage_bytes', container, 2 ** 29),
  constant('container_memory_rss', container, 2 ** 28),
  constant('container_spec_memory_limit_bytes', container, 2 ** 30),
  counter('container_network_receive_bytes_total', { ...container, interface: 'eth0' }, always(2048)),
  counter('container_network_transmit_bytes_total', { ...container, interface: 'eth0' }, always(1024)),
  counter('container_fs_reads_bytes_total', { ...container, device: 'sda' }, always(512)),
  counter('container_fs_writes_bytes_total', { ...container, device: 'sda' }, always(4096)),
];

const maintained = { excluded: isMaintenance };

const objectives = [
  new Objective('pxl-core', 'availability', new Traffic(always(sampleRate)), maintained),
  new Objective('pxl-core', 'proof-latency-p95', proofs),
  new Objective('pxl-core', 'proof-latency-p99', noneAbove500ms),
  new Objective('pxl-core', 'success-rate', valid),
  new Objective('pxl-core', 'error-rate', all),
  new Objective('pxl-core', 'queue-depth', new Traffic(always(sampleRate), longQueue)),
  ...components.map(
    (component) =>
      new Objective('pxl-platform', 'availability', new Traffic(always(sampleRate), badOf(component)), { ...maintained, group: { component } }),
  ),
  new Objective('pxl-platform', 'config-backup-age', new Traffic(always(sampleRate), configBackup.bad)),
];

const proofTime = (q, time) => quantile(q, boundsOf('http_request_duration_seconds'), [{ traffic: proofs, buckets: proofBuckets }], time);

/** What the panels that the specs ask for show, by service, title and series. */
const panels = {
  'pxl-core': {
    'Request rate': () => ({ requests: requestRate }),
    'Latency distribution': (time) => ({ p50: proofTime(0.5, time), p95: proofTime(0.95, time), p99: proofTime(0.99, time) }),
    'Error rate': () => ({ '5xx': serverErrors, '4xx': clientErrors }),
    'Queue depth': (time) => ({ pending: queueLength.at(time) }),
  },
  'pxl-platform': {
    'CPU usage by container': () => ({ 'pxl-core': 0.35 }),
    'Memory usage by container': () => ({ 'pxl-core': 0.5 }),
    'Resident memory by container': () => ({ 'pxl-core': 2 ** 28 }),
    'Network I/O': () => ({ 'pxl-core received': 2048, 'pxl-core sent': 1024 }),
    'Disk I/O': () => ({ 'pxl-core read': 512, 'pxl-core written': 4096 }),
    'Health checks': (time) => ({ 'pxl-core': 1, ...Object.fromEntries(components.map((component) => [component, healthOf(component).at(time)])) }),
  },
};

export const pxl = { series, objectives, panels, thresholdAlerts: [] };
