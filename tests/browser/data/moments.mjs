// The clock of the test data. At the healthy moment, every system works and every panel has data; what goes wrong does so
// in the week after it, until the moment of the incident. Both are Wednesdays, away from the maintenance on Sundays.
export const minute = 60;
export const hour = 3600;
export const day = 24 * hour;

const secondsOf = (...parts) => Date.UTC(...parts) / 1000;

export const moments = {
  healthy: secondsOf(2026, 5, 10, 12),
  incident: secondsOf(2026, 5, 17, 12),
};

/** The last moment: phases are told in hours before it. */
export const end = moments.incident;

/** The calendar month that holds `time`. */
export function monthAround(time) {
  const date = new Date(time * 1000);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  return { start: secondsOf(year, month, 1), length: secondsOf(year, month + 1, 1) - secondsOf(year, month, 1) };
}

const longestWindow = 90 * day;
const longestRange = 30 * day;

/** Records of the base window begin here, so that every window is full at the healthy moment. */
export const startOfRecords = moments.healthy - longestWindow;

/** What dashboards draw begins here. */
export const startOfHistory = moments.healthy - longestRange;

export const stepOfRecords = 30 * minute;
export const stepOfHistory = hour;

export const stepOfScrapes = 15 * minute;
const stepAtMoments = minute;
const fineBefore = 70 * minute;

export function* times(from, to, step) {
  for (let time = from; time <= to; time += step) yield time;
}

/** When raw metrics were scraped: rarely, but each minute before a moment, where rules read windows of minutes. */
export function scrapeTimes() {
  const all = new Set(times(startOfHistory - hour, end, stepOfScrapes));
  for (const moment of Object.values(moments)) {
    for (const time of times(moment - fineBefore, moment, stepAtMoments)) all.add(time);
  }
  return [...all].toSorted((a, b) => a - b);
}
