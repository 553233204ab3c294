import { end, hour } from './moments.mjs';

/** A number over time that changes only at full hours; null while there is none. */
export class Phases {
  #usual;
  #changes;

  /** `changes` are [from, to, value] in hours before the last moment; the later one wins. */
  constructor(usual, changes = []) {
    this.#usual = usual;
    this.#changes = changes.map(([from, to, value]) => ({ from: end - from * hour, to: end - to * hour, value }));
  }

  /** The value that holds until `time`. */
  at(time) {
    const change = this.#changes.findLast(({ from, to }) => from < time && time <= to);
    return change ? change.value : this.#usual;
  }

  /** Full hours at which the value may change. */
  edges() {
    return this.#changes.flatMap(({ from, to }) => [from, to]);
  }
}

export const always = (value) => new Phases(value);

/** What a counter that starts at `since` shows at `time`: its rate, added up. */
export function total(rateAt, edges, since, time) {
  const inside = edges.filter((edge) => edge > since && edge < time).toSorted((a, b) => a - b);
  const points = [since, ...inside, time];
  return points.slice(1).reduce((sum, point, index) => sum + (rateAt(point) ?? 0) * (point - points[index]), 0);
}
