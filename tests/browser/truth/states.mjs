// The words and colours of states. The colours are those of a palette that colour-blind readers can tell apart.

export const grey = '#8e8e8e';
export const blue = '#3274D9';
export const yellow = '#F2CC0C';
export const orange = '#E5750B';
export const red = '#D0021B';

/** How a cell shows the state of an SLO. */
export const stateCells = {
  page: ['PAGE fires', red],
  ticket: ['TICKET fires', orange],
  exhausted: ['Exhausted', red],
  burning: ['Burning', yellow],
  ok: ['OK', blue],
  'no data': ['No data', grey],
};

function hexOf(color) {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(color);
  return parts ? `#${parts.slice(1).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}` : color?.toLowerCase();
}

export const sameColor = (a, b) => hexOf(a) === hexOf(b);
