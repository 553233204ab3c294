import { boundsOf } from '../bounds.mjs';
import { hour } from '../moments.mjs';
import { Objective, sampleRate } from '../objective.mjs';
import { Phases, always } from '../phases.mjs';
import { Traffic, constant, counter, gauge, quantile } from '../traffic.mjs';
import { freshness } from './freshness.mjs';

// The trading journal. At the incident the edge fails and is slow to log in, its deliveries have vanished, the AI coach
// fails, imports and backups have spent their budgets, and no digest is due.

const login = new Traffic(always(2), new Phases(0.0003, [[100, 80, 0.15]]));
const otherPages = new Traffic(always(40), new Phases(0.0002, [[600, 596, 0.01], [4, 0, 0.04]]));
const coreLogin = new Traffic(always(2), always(0.0001));
const corePages = new Traffic(always(30), always(0.0004));

const durations = boundsOf('http_request_duration_seconds');
const loginTimes = new Traffic(always(2), new Phases(0.01, [[30, 0, 0.12]]));
const loginBuckets = { fast: [0.025, 0.05, 0.1], slow: 0.4 };
const pageTimes = new Traffic(always(40), always(0.02));
const pageBuckets = { fast: [0.05, 0.1, 0.25], slow: 0.5 };
const coreTimes = new Traffic(always(2), always(0.01));

const lags = boundsOf('event_delivery_lag_ms');
const deliveries = new Traffic(new Phases(12, [[6, 0, null]]), always(0.02));
const deliveryBuckets = { fast: [250, 500, 1000], slow: 5000 };

const jobBounds = boundsOf('job_duration_ms');
const imports = new Traffic(always(0.5), new Phases(0.02, [[160, 60, 0.9]]));
const importBuckets = { fast: [5000, 10000, 30000], slow: 120000 };
const coldRuns = new Traffic(always(0.2), always(0.01));
const coldBuckets = { fast: [1000, 2000, 3000], slow: 5000 };
const warmRuns = new Traffic(always(0.8), always(0.01));
const warmBuckets = { fast: [250, 500, 1000], slow: 2000 };
const digests = new Traffic(new Phases(0.5, [[48, 0, 0]]), always(0.002));

const coach = new Traffic(always(3), new Phases(0.01, [[80, 0, 0.2]]));
const coachBounds = boundsOf('ai_request_duration_ms');
const coachTimes = new Traffic(always(3), always(0.03));
const coachBuckets = { fast: [500, 1000], slow: 3000 };

const replays = new Traffic(new Phases(0.4, [[6, 0, 0]]), always(0.01));
const replayBuckets = { fast: [100, 250], slow: 1000 };
const streamLags = new Traffic(always(20), always(0.01));
const streamBuckets = { fast: [50, 100], slow: 500 };
const vendorTimes = new Traffic(always(1), always(0.02));
const vendorBuckets = { fast: [100, 250, 500], slow: 2500 };
const queries = new Traffic(always(90), always(0.01));
const queryBuckets = { fast: [0.005, 0.01, 0.05], slow: 0.5 };

const wal = freshness('pg_wal_archive_last_success_timestamp_seconds', {}, { limit: 900, age: always(300) });
const backup = freshness('pg_base_backup_last_success_timestamp_seconds', {}, { limit: 25 * hour, age: new Phases(10 * hour, [[40, 0, 30 * hour]]) });

const aiProbe = new Phases(1, [[6, 0, Number.NaN]]);

const edge = { job: 'journal', service: 'edge' };
const core = { job: 'journal', service: 'core' };

const series = [
  ...login.counters('http_requests_total', { ...edge, route: '/login', code: '200' }, { ...edge, route: '/login', code: '503' }),
  ...otherPages.counters('http_requests_total', { ...edge, route: '/trades', code: '200' }, { ...edge, route: '/trades', code: '500' }),
  ...coreLogin.counters('http_requests_total', { ...core, route: '/login', code: '200' }, { ...core, route: '/login', code: '500' }),
  ...corePages.counters('http_requests_total', { ...core, route: '/trades', code: '200' }, { ...core, route: '/trades', code: '500' }),
  ...loginTimes.histogram('http_request_duration_seconds', { ...edge, route: '/login' }, durations, loginBuckets),
  ...pageTimes.histogram('http_request_duration_seconds', { ...edge, route: '/trades' }, durations, pageBuckets),
  ...coreTimes.histogram('http_request_duration_seconds', { ...core, route: '/login' }, durations, loginBuckets),
  ...deliveries.histogram('event_delivery_lag_ms', { job: 'journal' }, lags, deliveryBuckets),
  ...imports.histogram('job_duration_ms', { job: 'import' }, jobBounds, importBuckets),
  ...coldRuns.histogram('job_duration_ms', { job: 'sim', cache: 'cold' }, jobBounds, coldBuckets),
  ...warmRuns.histogram('job_duration_ms', { job: 'sim', cache: 'warm' }, jobBounds, warmBuckets),
  digests.totalCounter('digest_due_total', { job: 'digest' }),
  counter('digest_on_time_total', { job: 'digest' }, new Phases(0.5 * 0.998, [[48, 0, 0]])),
  coach.totalCounter('ai_request_total', { job: 'ai', endpoint: '/reflect' }),
  coach.badCounter('ai_request_errors_total', { job: 'ai', endpoint: '/reflect', kind: 'timeout' }),
  ...coachTimes.histogram('ai_request_duration_ms', { job: 'ai', endpoint: '/reflect' }, coachBounds, coachBuckets),
  ...replays.histogram('event_replay_duration_ms', { job: 'journal' }, boundsOf('event_replay_duration_ms'), replayBuckets),
  ...streamLags.histogram('sse_stream_lag_ms', { job: 'journal' }, boundsOf('sse_stream_lag_ms'), streamBuckets),
  ...vendorTimes.histogram('vendor_req_duration_ms', { job: 'import', broker: 'acme' }, boundsOf('vendor_req_duration_ms'), vendorBuckets),
  ...queries.histogram('pg_query_duration_seconds', { job: 'pg' }, boundsOf('pg_query_duration_seconds'), queryBuckets),
  wal.series,
  backup.series,
  counter('event_outbox_writes_total', { job: 'journal' }, always(17)),
  counter('sse_dropped_events_total', { job: 'journal' }, always(0.25)),
  constant('ws_active_connections', { job: 'journal' }, 420),
  counter('ws_dropped_connections_total', { job: 'journal' }, always(2.1)),
  ...['login', 'import', 'reflect'].map((probe) => constant('synthetic_probe_success', { job: 'probes', probe }, 1)),
  gauge('synthetic_probe_success', { job: 'probes', probe: 'ai' }, aiProbe),
  constant('pg_connections', { job: 'pg', datname: 'journal', state: 'active' }, 23),
  constant('pg_locks', { job: 'pg', datname: 'journal', mode: 'AccessShareLock' }, 5),
  constant('pg_bloat_ratio', { job: 'pg', datname: 'journal', relname: 'trades' }, 0.12),
  counter('pg_stat_database_deadlocks', { job: 'pg', datname: 'journal' }, always(0.01)),
  counter('redis_commands_processed_total', { job: 'redis' }, always(850)),
  constant('redis_memory_used_bytes', { job: 'redis' }, 3 * 2 ** 28),
  constant('redis_memory_max_bytes', { job: 'redis' }, 2 ** 30),
  constant('redis_connected_clients', { job: 'redis' }, 31),
  counter('redis_evicted_keys_total', { job: 'redis' }, always(0.5)),
  counter('minio_s3_requests_total', { job: 'minio' }, always(20)),
  counter('minio_s3_requests_4xx_errors_total', { job: 'minio' }, always(0.4)),
  counter('minio_s3_requests_5xx_errors_total', { job: 'minio' }, always(0.1)),
  constant('queue_depth', { job: 'import', queue: 'q_import' }, 12),
  constant('import_progress_ratio', { job: 'import', broker: 'acme' }, 0.4),
  counter('vendor_429_total', { job: 'import', broker: 'acme' }, always(0.05)),
];

const objectives = [
  new Objective('journal-edge', 'availability', [login, otherPages]),
  new Objective('journal-edge', 'login-availability', login),
  new Objective('journal-edge', 'login-latency', loginTimes),
  new Objective('journal-edge', 'reflect-delivery-p95', deliveries),
  new Objective('journal-edge', 'reflect-delivery-p50', deliveries),
  new Objective('journal-core', 'login-availability', coreLogin),
  new Objective('journal-core', 'login-latency', coreTimes),
  new Objective('journal-workers', 'import-duration', imports),
  new Objective('journal-workers', 'simulation-cold', coldRuns),
  new Objective('journal-workers', 'simulation-warm', warmRuns),
  new Objective('journal-workers', 'digest-on-time', digests),
  new Objective('journal-ai-coach', 'success-rate', coach),
  new Objective('journal-infra', 'wal-archive-age', new Traffic(always(sampleRate), wal.bad)),
  new Objective('journal-infra', 'base-backup-age', new Traffic(always(sampleRate), backup.bad)),
];

const availabilityOf = (...parts) => (time) => ({
  availability: 1 - parts.reduce((bad, part) => bad + part.badAt(time), 0) / parts.reduce((all, part) => all + part.totalAt(time), 0),
});

const percentile = (name, q, bounds, ...parts) => (time) => ({ [name]: quantile(q, bounds, parts, time) });

const reflectLag = (q, time) => (deliveries.totalAt(time) === null ? null : quantile(q, lags, [{ traffic: deliveries, buckets: deliveryBuckets }], time));

/** What the panels that the specs ask for show, by service, title and series. */
const panels = {
  'journal-edge': {
    'Edge availability': availabilityOf(login, otherPages),
    'Edge latency p95': percentile('p95', 0.95, durations, { traffic: loginTimes, buckets: loginBuckets }, { traffic: pageTimes, buckets: pageBuckets }),
    'Reflect delivery p50 and p95': (time) => ({ p50: reflectLag(0.5, time), p95: reflectLag(0.95, time) }),
    'WebSocket connections': () => ({ open: 420 }),
    'WebSocket drop rate': () => ({ 'dropped per second': 2.1 / 420 }),
    'Synthetic probes': (time) => ({ login: 1, import: 1, reflect: 1, ai: Number.isNaN(aiProbe.at(time)) ? null : 1 }),
  },
  'journal-core': {
    'Core availability': availabilityOf(coreLogin, corePages),
    'Core latency p95': percentile('p95', 0.95, durations, { traffic: coreTimes, buckets: loginBuckets }),
    'Outbox writes': () => ({ writes: 17 }),
    'Replay latency p95': percentile('p95', 0.95, boundsOf('event_replay_duration_ms'), { traffic: replays, buckets: replayBuckets }),
    'Event stream lag p95': percentile('p95', 0.95, boundsOf('sse_stream_lag_ms'), { traffic: streamLags, buckets: streamBuckets }),
    'Event stream drops': () => ({ dropped: 0.25 }),
    'JWT key rotation': () => ({}),
  },
  'journal-workers': {
    'Queue depth': () => ({ q_import: 12 }),
    'Job duration p95': (time) => ({
      import: quantile(0.95, jobBounds, [{ traffic: imports, buckets: importBuckets }], time),
      sim: quantile(0.95, jobBounds, [{ traffic: coldRuns, buckets: coldBuckets }, { traffic: warmRuns, buckets: warmBuckets }], time),
    }),
    'Import progress by broker': () => ({ acme: 0.4 }),
    'Requests refused by vendors (429)': () => ({ acme: 0.05 }),
    'Vendor latency p95': percentile('acme', 0.95, boundsOf('vendor_req_duration_ms'), { traffic: vendorTimes, buckets: vendorBuckets }),
  },
  'journal-ai-coach': {
    'Latency p95 by endpoint': percentile('/reflect', 0.95, coachBounds, { traffic: coachTimes, buckets: coachBuckets }),
    'Error rate and timeouts': (time) => ({ errors: coach.bad.at(time), timeouts: coach.bad.at(time) }),
    Throughput: () => ({ '/reflect': 3 }),
  },
  'journal-infra': {
    Connections: () => ({ journal: 23 }),
    'Query time p95 (slow queries)': percentile('p95', 0.95, boundsOf('pg_query_duration_seconds'), { traffic: queries, buckets: queryBuckets }),
    'Locks by mode': () => ({ AccessShareLock: 5 }),
    Bloat: () => ({ journal: 0.12 }),
    Deadlocks: () => ({ journal: 0.01 }),
    Operations: () => ({ commands: 850 }),
    Memory: () => ({ used: 3 * 2 ** 28, limit: 2 ** 30 }),
    'Connected clients': () => ({ clients: 31 }),
    Evictions: () => ({ 'evicted keys': 0.5 }),
    'Requests answered with 4xx and 5xx': () => ({ '4xx': 0.4, '5xx': 0.1 }),
    Availability: () => ({ availability: 1 - 0.1 / 20 }),
  },
};

const thresholdAlerts = [{ service: 'journal-ai-coach', lane: 'AIErrorRateHigh page', firesAt: (time) => coach.bad.at(time) > 0.05 }];

export const journal = { series, objectives, panels, thresholdAlerts };
