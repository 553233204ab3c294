const escape = (value) => value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');

const labelText = (labels) => Object.entries(labels).map(([name, value]) => `${name}="${escape(value)}"`).join(',');

function* linesOfSeries({ name, labels, at, times }) {
  const head = `${name}{${labelText(labels)}} `;
  for (const time of times) {
    const value = at(time);
    if (value !== null) yield `${head}${value} ${time}\n`;
  }
}

/** The series as text for `promtool tsdb create-blocks-from openmetrics`. */
export function* openMetrics(series) {
  for (const name of new Set(series.map((one) => one.name))) {
    yield `# TYPE ${name} gauge\n`;
    for (const one of series) if (one.name === name) yield* linesOfSeries(one);
  }
  yield '# EOF\n';
}
