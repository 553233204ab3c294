import { sameColor } from './states.mjs';

/** Collects where what a panel shows differs from the truth. */
export class Findings {
  constructor(report, panel, moment) {
    Object.assign(this, { report, panel, moment, problems: [] });
  }

  add(text) {
    this.problems.push(`${this.panel.type} "${this.panel.title}": ${text}`);
  }

  equal(what, shown, truth) {
    if (shown !== truth) this.add(`${what} shows ${JSON.stringify(shown)}, the truth is ${JSON.stringify(truth)}`);
  }

  /** Both are null, or numbers that agree but for rounding in floating point. */
  close(what, shown, truth) {
    const bothMissing = shown === null && truth === null;
    const agree = shown !== null && truth !== null && Math.abs(shown - truth) <= 1e-6 * Math.max(1, Math.abs(truth));
    if (!bothMissing && !agree) this.add(`${what} is ${shown}, the truth is ${truth}`);
  }

  color(what, shown, truth) {
    const wanted = truth === 'text' ? this.report.textColor : truth;
    if (!sameColor(shown, wanted)) this.add(`${what} has the colour ${shown}, it should have ${wanted}`);
  }
}

/** The last number of a series, or null when it does not reach the end. */
export function lastOf(series, moment) {
  return series?.lastAt === moment * 1000 ? series.last.number : null;
}
