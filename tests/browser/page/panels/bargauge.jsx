import { BarGauge, VizRepeater } from '@grafana/ui';
import { VizOrientation, getDisplayValueAlignmentFactors } from '@grafana/data';
import { describeValues, displayValues } from './displayValues.js';

export const bargauge = {
  describe: (panel, data, context) => ({ values: describeValues(displayValues(panel, data, context)) }),

  draw: (panel, data, context, width, height) => (
    <VizRepeater
      getValues={() => displayValues(panel, data, context)}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      orientation={panel.options.orientation ?? VizOrientation.Horizontal}
      source={data}
      renderCounter={0}
      width={width}
      height={height}
      itemSpacing={8}
      renderValue={({ value, width, height, orientation, count, alignmentFactors }) => (
        <BarGauge
          {...{ width, height, orientation, alignmentFactors }}
          theme={context.theme}
          value={value.display}
          field={value.field}
          display={value.view?.getFieldDisplayProcessor(value.colIndex ?? 0)}
          displayMode={panel.options.displayMode ?? 'gradient'}
          valueDisplayMode={panel.options.valueMode}
          namePlacement={panel.options.namePlacement}
          showUnfilled={panel.options.showUnfilled}
          text={count > 1 ? { ...panel.options.text, titleSize: panel.options.text?.titleSize } : panel.options.text}
        />
      )}
    />
  ),
};

// @grafana/ui keeps the gauge of Grafana 13 to itself: its values are Grafana's, a bar stands in for its drawing.
export const gauge = { ...bargauge, standsIn: true };
