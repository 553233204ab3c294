import { BigValue, VizRepeater } from '@grafana/ui';
import { VizOrientation, getDisplayValueAlignmentFactors } from '@grafana/data';
import { describeValues, displayValues } from './displayValues.js';

export const stat = {
  describe: (panel, data, context) => ({ values: describeValues(displayValues(panel, data, context)) }),

  draw: (panel, data, context, width, height) => (
    <VizRepeater
      getValues={() => displayValues(panel, data, context)}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      orientation={panel.options.orientation ?? VizOrientation.Auto}
      autoGrid
      source={data}
      renderCounter={0}
      width={width}
      height={height}
      renderValue={({ value, width, height, count, alignmentFactors }) => (
        <BigValue
          {...{ width, height, count, alignmentFactors }}
          theme={context.theme}
          value={value.display}
          sparkline={value.sparkline}
          text={panel.options.text}
          textMode={panel.options.textMode}
          colorMode={panel.options.colorMode}
          graphMode={panel.options.graphMode}
          justifyMode={panel.options.justifyMode}
          disableWideLayout={!panel.options.wideLayout}
        />
      )}
    />
  ),
};
