import { bargauge, gauge } from './bargauge.jsx';
import { lanes } from './lanes.jsx';
import { stat } from './stat.jsx';
import { table } from './table.jsx';
import { text } from './text.jsx';
import { timeseries } from './timeseries.jsx';

/** How each type of panel is described for the report and drawn. */
export const panelTypes = { stat, timeseries, table, gauge, bargauge, text, 'state-timeline': lanes, alertlist: lanes };
