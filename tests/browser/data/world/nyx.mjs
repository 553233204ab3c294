import { boundsOf } from '../bounds.mjs';
import { hour } from '../moments.mjs';
import { Objective, sampleRate } from '../objective.mjs';
import { Phases, always } from '../phases.mjs';
import { Traffic, constant, counter, gauge, quantile } from '../traffic.mjs';
import { freshness } from './freshness.mjs';

// NYX. At the incident one of two gateways is down, the portal is slow, errors come slowly, and the rules and metrics of
// the evidence service are gone.

const exporter = { job: 'nyx-exporter' };
const single = { job: 'nyx-single-host' };

const secondGateway = new Phases(1, [[3, 0, 0]]);
const gatewayProbes = new Traffic(always(2 * sampleRate), new Phases(0, [[3, 0, 0.5]]));
const gateway = new Traffic(always(25), new Phases(0.002, [[90, 0, 0.008]]));
const reads = new Traffic(always(20), always(0.02));
const readBuckets = { fast: [0.05, 0.1, 0.2], slow: 0.5 };
const mutations = new Traffic(always(5), always(0.01));
const mutationBuckets = { fast: [0.2, 0.3, 0.5], slow: 2 };
const dbTimes = new Traffic(always(60), always(0.01));
const dbBuckets = { fast: [0.005, 0.01, 0.05], slow: 0.5 };
const evidenceTimes = new Traffic(always(1), always(0.02));
const evidenceBuckets = { fast: [0.1, 0.5], slow: 5 };

const gatewayBackup = freshness('nyx_backup_last_success_timestamp_seconds', exporter, { limit: 24 * hour, age: always(6 * hour) });
const restoreDrill = freshness('nyx_restore_drill_last_success_timestamp_seconds', exporter, { limit: 7 * 24 * hour, age: always(50 * hour) });
const singleBackup = freshness('nyx_backup_last_success_timestamp_seconds', single, { limit: 24 * hour, age: new Phases(6 * hour, [[120, 118, 25 * hour]]) });

const pages = new Traffic(always(4), new Phases(0.02, [[30, 0, 0.25]]));
const pageBuckets = { fast: [1, 1.5, 2], slow: 5 };

const whileEvidenceIsThere = (value) => new Phases(value, [[8, 0, null]]);
const replayRuns = new Traffic(whileEvidenceIsThere(0.2), always(0));
const backend = new Traffic(whileEvidenceIsThere(10), always(0.01));
const backendBuckets = { fast: [0.05, 0.1], slow: 0.5 };

const series = [
  constant('probe_success', { job: 'nyx-gateway-healthz', instance: 'gateway-1' }, 1),
  gauge('probe_success', { job: 'nyx-gateway-healthz', instance: 'gateway-2' }, secondGateway),
  ...gateway.counters('nyx_gateway_http_requests_total', { method: 'GET', path: '/orders', status: '200' }, { method: 'GET', path: '/orders', status: '500' }),
  ...reads.histogram('nyx_gateway_http_request_latency_seconds', { method: 'GET', path: '/orders' }, boundsOf('nyx_gateway_http_request_latency_seconds'), readBuckets),
  ...mutations.histogram('nyx_gateway_http_request_latency_seconds', { method: 'POST', path: '/orders' }, boundsOf('nyx_gateway_http_request_latency_seconds'), mutationBuckets),
  counter('nyx_gateway_http_errors_total', { method: 'GET', path: '/orders', code: 'timeout' }, always(0.05)),
  counter('nyx_gateway_db_query_total', { operation: 'select' }, always(60)),
  ...dbTimes.histogram('nyx_gateway_db_query_seconds', { operation: 'select' }, boundsOf('nyx_gateway_db_query_seconds'), dbBuckets),
  ...evidenceTimes.histogram('nyx_gateway_evidence_seconds', { module: 'ledger', action: 'append' }, boundsOf('nyx_gateway_evidence_seconds'), evidenceBuckets),
  gatewayBackup.series,
  restoreDrill.series,
  singleBackup.series,
  constant('probe_success', { job: 'nyx-portal' }, 1),
  ...pages.histogram('nyx_portal_page_load_seconds', { page: 'home', network: 'broadband' }, boundsOf('nyx_portal_page_load_seconds'), pageBuckets),
  ...replayRuns.counters('nyx_evidence_replay_runs_total', { ...exporter, result: 'success' }, { ...exporter, result: 'failure' }),
  ...backend.counters('nyx_backend_http_requests_total', { path: '/e', status: '200' }, { path: '/e', status: '500' }),
  ...backend.histogram('nyx_backend_http_request_latency_seconds', { path: '/e' }, boundsOf('nyx_backend_http_request_latency_seconds'), backendBuckets),
  counter('nyx_backend_http_errors_total', { path: '/e', code: 'conflict' }, whileEvidenceIsThere(0.1)),
  ...backend.histogram('nyx_backend_evidence_seconds', { module: 'ledger', action: 'verify' }, boundsOf('nyx_backend_evidence_seconds'), evidenceBuckets),
  ...[exporter, single].flatMap((labels) => [
    constant('nyx_db_integrity_ok', labels, 1),
    constant('nyx_wallet_negative_balances', labels, 0),
    constant('nyx_wallet_largest_transfer_amount', labels, 1200),
    counter('nyx_web2_guard_errors_total', labels, always(0.00001)),
    constant('nyx_monitor_threshold', { ...labels, setting: 'NYX_MONITOR_MAX_TRANSFER_AMOUNT' }, 5000),
    constant('nyx_monitor_threshold', { ...labels, setting: 'NYX_MONITOR_MAX_WEB2_ERRORS' }, 5),
    constant('nyx_portal_sessions', labels, 64),
  ]),
  constant('probe_success', { job: 'nyx-single-host-backend' }, 1),
  constant('up', single, 1),
  constant('nyx_wallet_balance_amount', single, 125000),
  counter('nyx_wallet_transfers_total', single, always(0.75)),
  counter('nyx_wallet_fees_amount_total', single, always(0.125)),
  counter('nyx_exchange_orders_total', single, always(1.5)),
  counter('nyx_exchange_trades_total', single, always(0.5)),
  counter('nyx_evidence_replay_runs_total', { ...single, result: 'success' }, always(0.01)),
  counter('nyx_store_purchases_total', single, always(0.2)),
  constant('nyx_store_listings', single, 88),
  constant('nyx_chat_sessions', single, 7),
];

const objectives = [
  new Objective('nyx-gateway', 'availability', gatewayProbes),
  new Objective('nyx-gateway', 'error-rate', gateway),
  new Objective('nyx-gateway', 'read-latency', reads),
  new Objective('nyx-gateway', 'mutation-latency', mutations),
  new Objective('nyx-gateway', 'backup-age', new Traffic(always(sampleRate), gatewayBackup.bad)),
  new Objective('nyx-gateway', 'restore-drill-age', new Traffic(always(sampleRate), restoreDrill.bad)),
  new Objective('nyx-portal', 'availability', new Traffic(always(sampleRate))),
  new Objective('nyx-portal', 'page-load', pages),
  new Objective('nyx-evidence', 'replay-success', replayRuns),
  new Objective('nyx-single-host', 'backup-age', new Traffic(always(sampleRate), singleBackup.bad)),
];

const p95 = (name, histogram, ...parts) => (time) => {
  const isThere = parts.every(({ traffic }) => traffic.totalAt(time) !== null);
  return { [name]: isThere ? quantile(0.95, boundsOf(histogram), parts, time) : null };
};

/** What the panels that the specs ask for show, by service, title and series. */
const panels = {
  'nyx-gateway': {
    'Requests by status': (time) => ({ 200: gateway.goodAt(time), 500: gateway.badAt(time) }),
    'Latency p95 by method': (time) => ({
      ...p95('GET', 'nyx_gateway_http_request_latency_seconds', { traffic: reads, buckets: readBuckets })(time),
      ...p95('POST', 'nyx_gateway_http_request_latency_seconds', { traffic: mutations, buckets: mutationBuckets })(time),
    }),
    'Errors by code': () => ({ timeout: 0.05 }),
    'Database queries by operation': () => ({ select: 60 }),
    'Database query time p95': p95('select', 'nyx_gateway_db_query_seconds', { traffic: dbTimes, buckets: dbBuckets }),
    'Evidence time p95 by action': p95('ledger append', 'nyx_gateway_evidence_seconds', { traffic: evidenceTimes, buckets: evidenceBuckets }),
    'Wallets with a negative balance': () => ({ wallets: 0 }),
    'Largest transfer and its limit': () => ({ 'largest transfer': 1200, limit: 5000 }),
    'Web2 guard errors': () => ({ errors: 0.00001 }),
  },
  'nyx-portal': {
    'Page load p95': p95('home', 'nyx_portal_page_load_seconds', { traffic: pages, buckets: pageBuckets }),
    Sessions: () => ({ sessions: 64 }),
  },
  'nyx-evidence': {
    'Replay runs by result': (time) => ({ success: replayRuns.goodAt(time), failure: replayRuns.badAt(time) }),
    'Requests by status': (time) => ({ 200: backend.goodAt(time), 500: backend.badAt(time) }),
    'Latency p95': p95('p95', 'nyx_backend_http_request_latency_seconds', { traffic: backend, buckets: backendBuckets }),
    'Errors by code': (time) => ({ conflict: whileEvidenceIsThere(0.1).at(time) }),
    'Evidence time p95 by action': p95('ledger verify', 'nyx_backend_evidence_seconds', { traffic: backend, buckets: evidenceBuckets }),
  },
  'nyx-single-host': {
    'Wallet balances': () => ({ balance: 125000 }),
    'Transfers and fees': () => ({ 'transfers per second': 0.75, 'fees per second': 0.125 }),
    'Orders and trades': () => ({ orders: 1.5, trades: 0.5 }),
    'Evidence replay': () => ({ success: 0.01 }),
    Store: () => ({ 'purchases per second': 0.2, listings: 88 }),
    Sessions: () => ({ chat: 7, portal: 64 }),
    'Web2 guard errors': () => ({ errors: 0.00001 }),
  },
};

const thresholdAlerts = [
  { service: 'nyx-gateway', lane: 'NyxGatewayInstanceUnhealthy ticket', firesAt: (time) => secondGateway.at(time) === 0 },
];

export const nyx = { series, objectives, panels, thresholdAlerts };
