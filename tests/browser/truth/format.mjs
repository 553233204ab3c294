// How numbers are written, worked out here once more and not by Grafana.

const nothing = 'No data';

const orNothing = (write) => (value, ...others) => (value === null ? nothing : write(value, ...others));

export const fixed = orNothing((value, decimals) => value.toFixed(decimals));

export const percent = orNothing((value, decimals) => `${(value * 100).toFixed(decimals)}%`);

/** Thousands as K and so on. */
export const short = orNothing((value, decimals) => {
  const scale = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.abs(value) || 1) / 3)));
  return `${(value / 1000 ** scale).toFixed(decimals)}${['', ' K', ' Mil', ' Bil'][scale]}`;
});

const two = (number) => String(number).padStart(2, '0');

export const daysAndTime = orNothing((seconds) => {
  const whole = Math.floor(seconds);
  const time = [Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60, whole % 60].map(two).join(':');
  const days = Math.floor(whole / 86400);
  return days > 0 ? `${days} d ${time}` : time;
});

/** A duration in words, as long ago. */
export function ago(seconds) {
  const hours = Math.round(seconds / 3600);
  const days = Math.round(seconds / 86400);
  if (hours < 2) return 'an hour ago';
  if (hours < 22) return `${hours} hours ago`;
  if (hours < 36) return 'a day ago';
  return days < 26 ? `${days} days ago` : 'a month ago';
}

/** Digits after the point of an objective in percent: 99.95 % has two. */
export function decimalsOf(objective) {
  return String(Number((objective * 100).toFixed(6))).split('.')[1]?.length ?? 0;
}
