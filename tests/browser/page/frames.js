import { FieldType, createDataFrame } from '@grafana/data';

// The shapes in which Grafana's data source for Prometheus hands answers to panels.

const numberOf = (text) => (text === '+Inf' ? Infinity : text === '-Inf' ? -Infinity : Number.parseFloat(text));

function seriesName(target, labels) {
  const legend = target.legendFormat;
  if (legend && legend !== '__auto') return legend.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, label) => labels[label] ?? '');
  const { __name__: metric = '', ...others } = labels;
  const pairs = Object.entries(others).map(([label, value]) => `${label}="${value}"`);
  return pairs.length > 0 ? `${metric}{${pairs.join(', ')}}` : metric || 'Value';
}

function frameOfSeries(target, series, samples, interval) {
  const name = seriesName(target, series.metric);
  const time = { name: 'Time', type: FieldType.time, values: samples.map((sample) => sample[0] * 1000), config: { interval } };
  const value = {
    name: 'Value',
    type: FieldType.number,
    labels: series.metric,
    values: samples.map((sample) => numberOf(sample[1])),
    config: { displayNameFromDS: name },
  };
  return createDataFrame({ refId: target.refId, name, fields: [time, value] });
}

export function framesOfMatrix(target, answer, step) {
  return answer.result.map((series) => frameOfSeries(target, series, series.values, step * 1000));
}

export function framesOfVector(target, answer) {
  const result = answer.resultType === 'scalar' ? [{ metric: {}, value: answer.result }] : answer.result;
  return result.map((series) => frameOfSeries(target, series, [series.value]));
}

export function frameOfTable(target, answer, tables) {
  if (answer.result.length === 0) return createDataFrame({ refId: target.refId, fields: [] });
  const labels = [...new Set(answer.result.flatMap((series) => Object.keys(series.metric)))].toSorted();
  const column = (label) => ({
    name: label,
    type: FieldType.string,
    config: { filterable: true },
    values: answer.result.map((series) => series.metric[label] ?? ''),
  });
  const fields = [
    { name: 'Time', type: FieldType.time, values: answer.result.map((series) => series.value[0] * 1000) },
    ...labels.map(column),
    {
      name: tables > 1 ? `Value #${target.refId}` : 'Value',
      type: FieldType.number,
      values: answer.result.map((series) => numberOf(series.value[1])),
    },
  ];
  return createDataFrame({ refId: target.refId, fields });
}
