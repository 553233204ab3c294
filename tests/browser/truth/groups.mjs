import { sloOf } from '../data/catalog.mjs';
import { day, end, hour, moments, monthAround, startOfRecords, stepOfRecords, times } from '../data/moments.mjs';
import { absent } from '../data/world.mjs';

// What is true of one SLO, or one group of it, at a moment: worked out from the events of the test data, not from rules.
// Records of the base window are there each half hour; a window takes all of them, both ends included.

const units = { m: 60, h: hour, d: day };
const baseWindow = 300;
const lookback = hour;

export const seconds = (text) =>
  [...text.matchAll(/(\d+)([mhd])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * units[unit], 0);

const recordTimes = [...times(startOfRecords, end, stepOfRecords)];

const indexAt = (time) => Math.floor((time - startOfRecords) / stepOfRecords);

/** For each record, what the records before it add up to. */
function addedUp(read) {
  const sums = [0];
  for (const time of recordTimes) sums.push(sums.at(-1) + (read(time) ?? 0));
  return (start, moment) => sums[indexAt(moment) + 1] - sums[Math.max(0, Math.ceil((start - startOfRecords) / stepOfRecords))];
}

const records = new Map();

function recordsOf(objective) {
  if (!records.has(objective)) {
    const bad = addedUp((time) => objective.badAt(time));
    const total = addedUp((time) => objective.totalAt(time));
    const count = addedUp((time) => (objective.totalAt(time) === null ? 0 : 1));
    records.set(objective, { bad, total, count });
  }
  return records.get(objective);
}

export class GroupTruth {
  constructor(objective, moment) {
    this.slo = sloOf(objective);
    this.group = objective.group;
    this.objective = objective;
    this.moment = moment;
    this.rulesRun = !(objective.service === absent.service && moment === moments.incident);
  }

  /** Events per second, or null without them. */
  get total() {
    return this.#present(this.objective.totalAt(this.moment));
  }

  get bad() {
    return this.#present(this.objective.badAt(this.moment));
  }

  #present(value) {
    return this.rulesRun ? value : null;
  }

  /** Events per second over the whole window. */
  get usualTotal() {
    const { total, count } = recordsOf(this.objective);
    const start = this.moment - this.slo.window.seconds;
    return this.rulesRun && count(start, this.moment) > 0 ? total(start, this.moment) / count(start, this.moment) : null;
  }

  /**
   * The share of bad events in the window before the moment, or null when there were no events. Short windows are read
   * from raw metrics, which change at full hours only.
   */
  errorRatio(window) {
    if (!this.rulesRun) return null;
    if (seconds(window) <= hour && !this.objective.excluded) return this.total > 0 ? this.bad / this.total : null;
    return this.#ratioSince(this.moment - seconds(window));
  }

  #ratioSince(start) {
    const { bad, total } = recordsOf(this.objective);
    // Differences of sums are never quite zero.
    return total(start, this.moment) > 1e-9 ? bad(start, this.moment) / total(start, this.moment) : null;
  }

  get burnRate() {
    const ratio = this.errorRatio('1h');
    return ratio === null ? null : ratio / this.slo.error_budget;
  }

  get periodErrorRatio() {
    if (!this.rulesRun) return null;
    const { calendar, seconds: length } = this.slo.window;
    return this.#ratioSince(calendar ? monthAround(this.moment).start + baseWindow : this.moment - length);
  }

  get sli() {
    const ratio = this.periodErrorRatio;
    return ratio === null ? null : 1 - ratio;
  }

  get budgetLeft() {
    const ratio = this.periodErrorRatio;
    if (ratio === null) return null;
    return 1 - (ratio * this.elapsed) / this.slo.error_budget;
  }

  /** The part of a calendar period that has passed; a rolling window is always full. */
  get elapsed() {
    if (!this.slo.window.calendar) return 1;
    const { start, length } = monthAround(this.moment);
    return (this.moment - start) / length;
  }

  /** Seconds until the budget is gone at the burn rate of the last hour. */
  get budgetLasts() {
    if (this.budgetLeft === null || this.burnRate === null) return null;
    return (Math.max(this.budgetLeft, 0) / Math.max(this.burnRate, 0.001)) * this.slo.window.seconds;
  }

  fires(tier) {
    return this.errorRatio(tier.long_window) > tier.threshold && this.errorRatio(tier.short_window) > tier.threshold;
  }

  get firingTiers() {
    return this.slo.tiers.filter((tier) => this.fires(tier));
  }

  /** Events were last seen so long ago that no query finds them any more: an alert tells. */
  get hasNoDataAlert() {
    const recently = [...times(this.moment - lookback, this.moment, stepOfRecords)];
    return this.rulesRun && recently.every((time) => this.objective.totalAt(time) === null);
  }
}
