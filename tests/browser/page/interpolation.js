// What Grafana writes for `$name`, `${name}`, `${name:format}` and `[[name]]`, as far as dashboards of ours may use it.
const placeholder = /\$\{([^}]+)\}|\$([A-Za-z_]\w*)|\[\[([^\]]+)\]\]/g;

const escapeForRegex = (text) => text.replace(/[\\^$.*+?()|[\]{}]/g, '\\\\$&');
const listOf = (value) => (Array.isArray(value) ? value : [value]);

const formats = {
  raw: (values) => values.join(','),
  text: (values) => values.join(' + '),
  csv: (values) => values.join(','),
  pipe: (values) => values.join('|'),
  regex: (values) => (values.length === 1 ? escapeForRegex(values[0]) : `(${values.map(escapeForRegex).join('|')})`),
  percentencode: (values) => encodeURIComponent(values.length === 1 ? values[0] : `{${values.join(',')}}`),
  queryparam: (values, name) => values.map((value) => `var-${name}=${encodeURIComponent(value)}`).join('&'),
};

/** Prometheus gets a single value as it is and a choice of several as a regular expression. */
export function promqlValue(variable) {
  if (!variable.multi && !variable.includeAll) return String(variable.value).replace(/\\/g, '\\\\').replace(/'/g, "\\'");
  return Array.isArray(variable.value) ? formats.regex(variable.value) : String(variable.value);
}

function splitReference(reference) {
  const colon = reference.indexOf(':');
  return colon < 0 ? [reference, null] : [reference.slice(0, colon), reference.slice(colon + 1)];
}

function fieldByReference(frame, reference) {
  const name = reference.replace(/^\["?(.*?)"?\]$/, '$1').replace(/^\./, '');
  return frame.fields.find((field) => field.name === name || field.state?.displayName === name);
}

/** A value of the row, field or series that a data link belongs to. */
function valueOfContext(name, scoped) {
  const context = scoped?.__dataContext?.value;
  if (!context) return undefined;
  const frame = context.frame ?? context.data?.[context.frameIndex];
  const row = context.rowIndex ?? 0;
  if (name.startsWith('__data.fields')) return fieldByReference(frame, name.slice('__data.fields'.length))?.values[row];
  if (name === '__value.raw' || name === '__value.numeric') return context.field.values[row];
  if (name === '__value.text') return context.field.display(context.field.values[row]).text;
  if (name.startsWith('__field.labels.')) return context.field.labels?.[name.slice('__field.labels.'.length)];
  if (name === '__field.name' || name === '__series.name') return context.field.state?.displayName ?? context.field.name;
  return undefined;
}

/** Replaces references in `text`; names that nobody defines go to `onUnknown` and stay. */
export function interpolate(text, variables, { scoped, defaultFormat, onUnknown } = {}) {
  if (typeof text !== 'string') return text;
  return text.replace(placeholder, (whole, braced, bare, bracketed) => {
    const [name, format] = splitReference(braced ?? bare ?? bracketed);
    const ofContext = valueOfContext(name, scoped);
    if (ofContext !== undefined) return formats[format ?? 'raw']([String(ofContext)], name);
    const variable = variables.get(name);
    if (!variable) {
      onUnknown?.(name);
      return whole;
    }
    if (format) return formats[format](listOf(variable.value).map(String), name);
    return defaultFormat ? defaultFormat(variable) : formats.raw(listOf(variable.value), name);
  });
}
