import { boundsOf } from '../bounds.mjs';
import { hour } from '../moments.mjs';
import { Objective, sampleRate } from '../objective.mjs';
import { Phases, always } from '../phases.mjs';
import { Traffic, constant, counter, quantile } from '../traffic.mjs';
import { freshness } from './freshness.mjs';

// Titan, which is well at both moments.

const breakerTest = freshness('titan_circuit_breaker_test_last_success_timestamp_seconds', { job: 'titan-brain' }, {
  limit: 7 * 24 * hour,
  age: new Phases(70 * hour, [[1000, 990, 170 * hour]]),
});
const dump = freshness('titan_database_dump_last_success_timestamp_seconds', { job: 'titan-platform' }, {
  limit: 25 * hour,
  age: new Phases(9 * hour, [[900, 894, 26 * hour]]),
});
const drill = freshness('titan_restore_drill_last_success_timestamp_seconds', { job: 'titan-platform' }, {
  limit: 31 * 24 * hour,
  age: always(300 * hour),
});

const decisions = new Traffic(always(30), always(0.02));
const decisionBuckets = { fast: [5, 10, 25], slow: 100 };
const acknowledgements = new Traffic(always(5), always(0.02));
const acknowledgementBuckets = { fast: [50, 100], slow: 500 };
const brain = { job: 'titan-brain', instance: 'brain-1' };

const series = [
  breakerTest.series,
  dump.series,
  drill.series,
  ...decisions.histogram('titan_decision_latency_ms', brain, boundsOf('titan_decision_latency_ms'), decisionBuckets),
  ...acknowledgements.histogram('titan_execution_ack_latency_ms', { ...brain, exchange: 'north' }, boundsOf('titan_execution_ack_latency_ms'), acknowledgementBuckets),
  constant('titan_pnl_notional', brain, 15400),
  constant('titan_risk_exposure_notional', brain, 250000),
  constant('titan_circuit_breaker_open', { ...brain, breaker: 'global' }, 0),
  constant('titan_risk_drawdown_ratio', brain, 0.035),
  counter('process_cpu_seconds_total', brain, always(0.4)),
  constant('process_resident_memory_bytes', brain, 5 * 2 ** 27),
  constant('nodejs_eventloop_lag_seconds', brain, 0.012),
  constant('jetstream_consumer_num_pending', { job: 'nats', stream_name: 'orders', consumer_name: 'brain' }, 3),
];

const objectives = [
  new Objective('titan-brain', 'circuit-breaker-test-age', new Traffic(always(sampleRate), breakerTest.bad)),
  new Objective('titan-platform', 'database-dump-age', new Traffic(always(sampleRate), dump.bad)),
  new Objective('titan-platform', 'restore-drill-age', new Traffic(always(sampleRate), drill.bad)),
];

const decisionTime = (q, time) => quantile(q, boundsOf('titan_decision_latency_ms'), [{ traffic: decisions, buckets: decisionBuckets }], time);

/** What the panels that the specs ask for show, by service, title and series. */
const panels = {
  'titan-brain': {
    'Profit and loss': () => ({ PnL: 15400 }),
    Exposure: () => ({ exposure: 250000 }),
    'Decision latency': (time) => ({ p50: decisionTime(0.5, time), p99: decisionTime(0.99, time) }),
    'Execution acknowledgement latency p95': (time) => ({
      north: quantile(0.95, boundsOf('titan_execution_ack_latency_ms'), [{ traffic: acknowledgements, buckets: acknowledgementBuckets }], time),
    }),
    'Open circuit breakers': () => ({ global: 0 }),
    Drawdown: () => ({ drawdown: 0.035 }),
    'Severity classes': () => ({}),
  },
  'titan-platform': {
    CPU: () => ({ 'brain-1': 0.4 }),
    Memory: () => ({ 'brain-1': 5 * 2 ** 27 }),
    'Event loop lag': () => ({ 'brain-1': 0.012 }),
    'NATS lag': () => ({ 'orders brain': 3 }),
  },
};

export const titan = { series, objectives, panels, thresholdAlerts: [] };
