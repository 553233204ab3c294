import {
  FieldConfigOptionsRegistry,
  applyFieldOverrides,
  cacheFieldDisplayNames,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  identityOverrideProcessor,
  numberOverrideProcessor,
  thresholdsOverrideProcessor,
  unitOverrideProcessor,
  valueMappingsOverrideProcessor,
} from '@grafana/data';

const standardProperties = {
  unit: unitOverrideProcessor,
  min: numberOverrideProcessor,
  max: numberOverrideProcessor,
  decimals: numberOverrideProcessor,
  displayName: displayNameOverrideProcessor,
  mappings: valueMappingsOverrideProcessor,
  thresholds: thresholdsOverrideProcessor,
  links: dataLinksOverrideProcessor,
  noValue: identityOverrideProcessor,
  color: identityOverrideProcessor,
  filterable: identityOverrideProcessor,
  description: identityOverrideProcessor,
  fieldMinMax: identityOverrideProcessor,
  actions: identityOverrideProcessor,
};

function property(id, path, isCustom, process) {
  return { id, path, name: id, isCustom, process, settings: {}, shouldApply: () => true, editor: () => null, override: () => null };
}

function customProperties(fieldConfig) {
  const ofOverrides = fieldConfig.overrides.flatMap((override) => override.properties.map((one) => one.id));
  const names = ofOverrides.filter((id) => id.startsWith('custom.')).map((id) => id.slice('custom.'.length));
  return [...new Set([...names, ...Object.keys(fieldConfig.defaults.custom ?? {})])];
}

function registryFor(fieldConfig) {
  return new FieldConfigOptionsRegistry(() => [
    ...Object.entries(standardProperties).map(([id, process]) => property(id, id, false, process)),
    ...customProperties(fieldConfig).map((name) => property(`custom.${name}`, name, true, identityOverrideProcessor)),
  ]);
}

function refuseUnknownProperties(fieldConfig, registry) {
  for (const { id } of fieldConfig.overrides.flatMap((override) => override.properties)) {
    if (!registry.getIfExists(id)) throw new Error(`unknown property of an override: ${id}`);
  }
}

/** JSON cannot hold where the lowest threshold begins; Grafana puts it there when it loads a panel. */
export function openThresholds(panel) {
  const { defaults = {}, overrides = [] } = panel.fieldConfig ?? {};
  const ofOverrides = overrides.flatMap(({ properties }) => properties).filter(({ id }) => id === 'thresholds');
  for (const { steps } of [defaults.thresholds, ...ofOverrides.map(({ value }) => value)].filter(Boolean)) {
    if (steps.length > 0) steps[0].value = -Infinity;
  }
}

/** Applies units, decimals, thresholds, mappings, links and overrides of the panel to its frames. */
export function applyFieldConfig(frames, panel, { theme, replaceVariables }) {
  const fieldConfig = { defaults: {}, overrides: [], ...panel.fieldConfig };
  const registry = registryFor(fieldConfig);
  refuseUnknownProperties(fieldConfig, registry);
  const data = applyFieldOverrides({
    data: frames,
    fieldConfig,
    fieldConfigRegistry: registry,
    replaceVariables,
    theme,
    timeZone: 'utc',
  });
  // Otherwise the heads of tables show raw names.
  cacheFieldDisplayNames(data);
  return data;
}
