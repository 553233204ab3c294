import { interpolate, promqlValue } from './interpolation.js';

/** Asks a Prometheus over HTTP; expressions may hold references to variables. */
export class Prometheus {
  /** `scrapeInterval` is that of the data source, in seconds; `range` is in milliseconds. */
  constructor(url, { variables, range, scrapeInterval }) {
    Object.assign(this, { url, variables, range, scrapeInterval });
  }

  /** The same, for a panel with a time range of its own. */
  over(range) {
    return new Prometheus(this.url, { ...this, range });
  }

  async labelValues(label, selector) {
    const parameters = { start: this.range.from / 1000, end: this.range.to / 1000 };
    if (selector) parameters['match[]'] = this.#expression(selector);
    return this.#get(`label/${label}/values`, parameters);
  }

  async instant(expression) {
    return this.#get('query', { query: this.#expression(expression), time: this.range.to / 1000 });
  }

  /** The points of a range are multiples of the step, as Grafana asks for them. */
  async overRange(expression, step) {
    const align = (time) => Math.floor(time / 1000 / step) * step;
    const query = this.#expression(expression, step);
    return this.#get('query_range', { query, start: align(this.range.from), end: align(this.range.to), step });
  }

  #expression(text, step) {
    const variables = step ? new Map([...this.variables, ...this.#intervals(step)]) : this.variables;
    const onUnknown = (name) => {
      throw new Error(`unknown variable $${name} in ${text}`);
    };
    return interpolate(text, variables, { defaultFormat: promqlValue, onUnknown });
  }

  async #get(path, parameters) {
    const response = await fetch(`${this.url}/api/v1/${path}?${new URLSearchParams(parameters)}`);
    const answer = await response.json();
    if (answer.status !== 'success') throw new Error(`${answer.error} in ${parameters.query ?? path}`);
    return answer.data;
  }

  #intervals(step) {
    const seconds = (value) => ({ value: `${value}s` });
    return new Map([
      ['__interval', seconds(step)],
      ['__interval_ms', { value: step * 1000 }],
      ['__rate_interval', seconds(Math.max(step + this.scrapeInterval, 4 * this.scrapeInterval))],
    ]);
  }
}
