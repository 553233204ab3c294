import { end, moments, startOfRecords, stepOfRecords, times } from './moments.mjs';

// What the rules of the base window would have recorded before the moments. At the moments themselves the rules run.

const atMoment = new Set(Object.values(moments));

const recordTimes = [...times(startOfRecords, end, stepOfRecords)].filter((time) => !atMoment.has(time));

/** The month in which the base window that ends at `time` begins. */
const monthOf = (time) => String(new Date((time - 300) * 1000).getUTCMonth() + 1);

const labelsOf = ({ service, slo, group }) => ({ service, slo, ...group });

function recordsOf(objective) {
  const labels = labelsOf(objective);
  return [
    { name: 'slo:bad:rate5m', labels, at: (time) => objective.badAt(time), times: recordTimes },
    { name: 'slo:total:rate5m', labels, at: (time) => objective.totalAt(time), times: recordTimes },
  ];
}

function recordsByMonthOf(objective) {
  return [...new Set(recordTimes.map(monthOf))].flatMap((period) => {
    const labels = { ...labelsOf(objective), period };
    const ofMonth = recordTimes.filter((time) => monthOf(time) === period);
    return [
      { name: 'slo:bad_by_period:rate5m', labels, at: (time) => objective.badAt(time), times: ofMonth },
      { name: 'slo:total_by_period:rate5m', labels, at: (time) => objective.totalAt(time), times: ofMonth },
    ];
  });
}

export function baseRecords(objectives, isCalendar) {
  return objectives.flatMap((objective) => [...recordsOf(objective), ...(isCalendar(objective) ? recordsByMonthOf(objective) : [])]);
}
