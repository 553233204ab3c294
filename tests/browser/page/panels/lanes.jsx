import { dateTimeFormat } from '@grafana/data';
import { describeSeries } from './timeseries.jsx';

// State timelines and alert lists are no part of Grafana's packages. Their data goes through Grafana's own field
// configuration and is reported; what is drawn here only stands in for them on screenshots.

const isNumber = (field) => field.type === 'number';

function segmentsOf(frame, range) {
  const [time] = frame.fields;
  const states = frame.fields.find(isNumber);
  const step = time.config.interval ?? 0;
  const span = range.to.valueOf() - range.from.valueOf();
  return states.values.map((value, index) => ({
    left: (100 * (time.values[index] - range.from.valueOf())) / span,
    width: (100 * step) / span,
    color: states.display(value).color,
  }));
}

function Lane({ frame, range }) {
  const field = frame.fields.find(isNumber);
  const goesOn = frame.fields[0].values.at(-1) >= range.to.valueOf() - (frame.fields[0].config.interval ?? 0);
  const last = goesOn ? field.display(field.values.at(-1)) : { text: '–' };
  return (
    <div className="lane">
      <span className="lane-name">{field.state?.displayName ?? field.name}</span>
      <span className="lane-states">
        {segmentsOf(frame, range).map(({ left, width, color }) => (
          <i key={left} style={{ left: `${left}%`, width: `${width + 0.1}%`, background: color }} />
        ))}
      </span>
      <span style={{ color: last.color }}>{last.text}</span>
    </div>
  );
}

export const lanes = {
  standsIn: true,

  describe: (panel, data, context) => ({ series: describeSeries(data, context) }),

  draw: (panel, data) => (
    <div className="lanes">
      {data.frames.filter((frame) => frame.length > 0).map((frame, index) => <Lane key={index} frame={frame} range={data.range} />)}
      <small>
        {dateTimeFormat(data.range.from, { timeZone: 'utc' })} – {dateTimeFormat(data.range.to, { timeZone: 'utc' })}
      </small>
    </div>
  ),
};
