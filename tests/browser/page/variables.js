import { interpolate } from './interpolation.js';

const labelValuesQuery = /^label_values\((?:(.+),\s*)?([A-Za-z_]\w*)\)$/s;
const allValue = '$__all';

/** Values that every dashboard has. */
export function builtInVariables(dashboard, range) {
  const seconds = Math.round((range.to - range.from) / 1000);
  return new Map([
    ['__from', { value: range.from }],
    ['__to', { value: range.to }],
    ['__range', { value: `${seconds}s` }],
    ['__range_s', { value: seconds }],
    ['__range_ms', { value: seconds * 1000 }],
    ['__url_time_range', { value: `from=${dashboard.time.from}&to=${dashboard.time.to}` }],
    ['__dashboard', { value: dashboard.title }],
  ]);
}

/** Adds the variables of the dashboard to `variables`, in the order in which it defines them. */
export async function resolveVariables(dashboard, variables, prometheus, chosen) {
  for (const definition of dashboard.templating.list) {
    const options = await optionsOf(definition, variables, prometheus);
    variables.set(definition.name, chooseValue(definition, options, chosen.get(`var-${definition.name}`)));
  }
}

async function optionsOf(definition, variables, prometheus) {
  switch (definition.type) {
    case 'datasource':
      return ['prometheus'];
    case 'query':
      return valuesOfQuery(definition, variables, prometheus);
    case 'constant':
    case 'textbox':
      return [definition.query];
    case 'custom':
    case 'interval':
      return definition.query.split(',').map((option) => option.trim());
    default:
      throw new Error(`variable ${definition.name}: type ${definition.type} is not known here`);
  }
}

async function valuesOfQuery(definition, variables, prometheus) {
  const text = typeof definition.query === 'string' ? definition.query : definition.query.query;
  const match = labelValuesQuery.exec(interpolate(text, variables));
  if (!match) throw new Error(`variable ${definition.name}: query ${text} is not known here`);
  const values = await prometheus.labelValues(match[2], match[1]);
  const kept = definition.regex ? values.filter((value) => new RegExp(definition.regex).test(value)) : values;
  return kept.toSorted();
}

function chooseValue(definition, options, chosen) {
  const { multi = false, includeAll = false } = definition;
  const value = chosen ?? definition.current?.value;
  const isAll = value === allValue || (Array.isArray(value) && value.includes(allValue));
  const variable = { multi, includeAll, options };
  if (includeAll && (isAll || value === undefined)) return { ...variable, value: definition.allValue ?? options };
  if (chosen === null && !options.includes(value)) return { ...variable, value: options[0] ?? '' };
  return { ...variable, value: value && definition.type !== 'datasource' ? value : (options[0] ?? '') };
}
