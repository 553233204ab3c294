/** One SLO, or one group of it, with the traffic that it counts. */
export class Objective {
  constructor(service, slo, traffic, { group = {}, excluded = null } = {}) {
    Object.assign(this, { service, slo, group, excluded, traffic: [traffic].flat() });
  }

  /** Events per second, null while there are none to see. */
  totalAt(time) {
    return this.#sum((traffic) => traffic.totalAt(time), time);
  }

  badAt(time) {
    return this.#sum((traffic) => traffic.badAt(time), time);
  }

  #sum(read, time) {
    if (this.excluded?.(time)) return null;
    const present = this.traffic.map(read).filter((value) => value !== null);
    return present.length === 0 ? null : present.reduce((sum, value) => sum + value, 0);
  }
}

// Samples and slices of the base window: one each minute for five minutes, both ends included.
export const sampleRate = 6 / 300;
