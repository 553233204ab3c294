// Grafana's grid: 24 columns over the width, rows of 30 pixels, 8 pixels between panels.
const columns = 24;
const rowHeight = 30;
const gap = 8;
const narrowBelow = 769;

export function boxOf(panel, width) {
  const { x, y, w, h } = panel.gridPos;
  const column = (width + gap) / columns;
  return { left: x * column, top: y * (rowHeight + gap), width: w * column - gap, height: h * (rowHeight + gap) - gap };
}

/** On a narrow screen, Grafana puts the panels below each other. */
export function placePanels(panels, width) {
  if (width >= narrowBelow) return panels.map((panel) => ({ panel, box: boxOf(panel, width) }));
  let top = 0;
  return inReadingOrder(panels).map((panel) => {
    const height = panel.gridPos.h * (rowHeight + gap) - gap;
    const box = { left: 0, top, width, height };
    top += height + gap;
    return { panel, box };
  });
}

const inReadingOrder = (panels) => panels.toSorted((a, b) => a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x);
