import { FieldType, formattedValueToString, getFieldSeriesColor } from '@grafana/data';
import { TimeSeries } from '@grafana/ui';
import { describeDisplay } from './displayValues.js';

const isShown = (field) => field.type === FieldType.number && !field.config.custom?.hideFrom?.viz;

const isPresent = (value) => value !== null && !Number.isNaN(value);

export function describeSeries(data, { theme }) {
  return data.frames.flatMap((frame) => frame.fields.filter(isShown).map((field) => describeField(frame, field, theme)));
}

function describeField(frame, field, theme) {
  const time = frame.fields.find((one) => one.type === FieldType.time);
  const present = field.values.map((value, index) => (isPresent(value) ? index : -1)).filter((index) => index >= 0);
  const last = present.at(-1);
  return {
    name: field.state?.displayName ?? field.config.displayNameFromDS ?? field.name,
    labels: field.labels ?? {},
    points: present.length,
    lastAt: last === undefined ? null : time.values[last],
    last: last === undefined ? null : describeDisplay(field.display(field.values[last])),
    color: getFieldSeriesColor(field, theme).color,
    dashed: Array.isArray(field.config.custom?.lineStyle?.dash),
    unitOfAxis: formattedValueToString(field.display(1)),
  };
}

export const timeseries = {
  describe: (panel, data, context) => ({ series: describeSeries(data, context) }),

  draw: (panel, data, context, width, height) =>
    data.frames.some((frame) => frame.length > 0) ? (
      <TimeSeries
        frames={data.frames}
        structureRev={1}
        timeRange={data.range}
        timeZone="utc"
        width={width}
        height={height}
        legend={panel.options.legend}
        options={panel.options}
      />
    ) : (
      <p className="no-data">{panel.fieldConfig?.defaults?.noValue ?? 'No data'}</p>
    ),
};
