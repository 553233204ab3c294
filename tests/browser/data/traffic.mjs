import { always, total } from './phases.mjs';
import { startOfHistory, day } from './moments.mjs';

// Counters have counted for a day before anything is drawn.
const startOfCounters = startOfHistory - day;

export const gauge = (name, labels, phases) => ({ name, labels, at: (time) => phases.at(time) });

export const constant = (name, labels, value) => gauge(name, labels, always(value));

/** A counter; `rateAt` gives events per second, null while the series is gone. */
function counterOf(name, labels, rateAt, edges) {
  const at = (time) => (rateAt(time) === null ? null : total(rateAt, edges, startOfCounters, time));
  return { name, labels, at };
}

export const counter = (name, labels, rate) => counterOf(name, labels, (time) => rate.at(time), rate.edges());

/** Events of which a share is bad. */
export class Traffic {
  constructor(rate, bad = always(0)) {
    this.rate = rate;
    this.bad = bad;
  }

  get edges() {
    return [...this.rate.edges(), ...this.bad.edges()];
  }

  totalAt(time) {
    return this.rate.at(time);
  }

  badAt(time) {
    const rate = this.rate.at(time);
    return rate === null ? null : rate * this.bad.at(time);
  }

  goodAt(time) {
    const rate = this.rate.at(time);
    return rate === null ? null : rate - this.badAt(time);
  }

  /** Two counters that tell good from bad events by their labels. */
  counters(name, good, bad) {
    return [
      counterOf(name, good, (time) => this.goodAt(time), this.edges),
      counterOf(name, bad, (time) => this.badAt(time), this.edges),
    ];
  }

  badCounter(name, labels) {
    return counterOf(name, labels, (time) => this.badAt(time), this.edges);
  }

  totalCounter(name, labels) {
    return counterOf(name, labels, (time) => this.totalAt(time), this.edges);
  }

  /**
   * The buckets of a histogram: bad events in the bucket that ends at `buckets.slow`, the others, in equal
   * parts, in those that end at `buckets.fast`.
   */
  histogram(name, labels, bounds, buckets) {
    const countAt = (bound, time) => (this.totalAt(time) === null ? null : rateUpTo({ traffic: this, buckets }, bound, time));
    const bucket = (bound) =>
      counterOf(`${name}_bucket`, { ...labels, le: bound === Infinity ? '+Inf' : String(bound) }, (time) => countAt(bound, time), this.edges);
    return [...bounds, Infinity].map(bucket).concat(this.totalCounter(`${name}_count`, labels));
  }
}

/** The rate of events in one such histogram that are at most `bound`. */
function rateUpTo({ traffic, buckets: { fast, slow } }, bound, time) {
  const quick = fast.filter((one) => one <= bound).length / fast.length;
  return traffic.goodAt(time) * quick + (slow <= bound ? traffic.badAt(time) : 0);
}

const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);

/**
 * What `histogram_quantile` makes of such histograms, added up: straight lines within buckets. Null without events.
 * `parts` are the traffic and the buckets of each.
 */
export function quantile(q, bounds, parts, time) {
  const rate = sum(parts.map(({ traffic }) => traffic.totalAt(time)));
  if (rate === 0) return null;
  const shareUpTo = (bound) => sum(parts.map((part) => rateUpTo(part, bound, time))) / rate;
  const index = bounds.findIndex((bound) => shareUpTo(bound) >= q);
  const lower = index === 0 ? 0 : bounds[index - 1];
  const below = index === 0 ? 0 : shareUpTo(lower);
  return lower + ((bounds[index] - lower) * (q - below)) / (shareUpTo(bounds[index]) - below);
}
