import { formattedValueToString, getFieldDisplayValues } from '@grafana/data';

/** The values that stat, gauge and bar gauge show: one for each series or row, reduced as the panel says. */
export function displayValues(panel, data, { theme, replaceVariables }) {
  return getFieldDisplayValues({
    fieldConfig: panel.fieldConfig,
    reduceOptions: panel.options.reduceOptions,
    replaceVariables,
    theme,
    data: data.frames,
    sparkline: panel.options.graphMode === 'area',
    timeZone: 'utc',
  });
}

const finite = (number) => (Number.isFinite(number) ? number : null);

export function describeDisplay(display) {
  return { text: formattedValueToString(display), color: display.color ?? null, number: finite(display.numeric) };
}

export function describeValues(values) {
  return values.map((value) => ({ name: value.display.title ?? '', ...describeDisplay(value.display), links: value.hasLinks ? linksOf(value) : [] }));
}

function linksOf(value) {
  return (value.getLinks?.({}) ?? []).map(({ title, href }) => ({ title, href }));
}
