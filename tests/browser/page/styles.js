/** The little that Grafana's own pages style around panels. */
export function addPageStyles(theme) {
  const style = document.createElement('style');
  style.textContent = `
    html, body { margin: 0; background: ${theme.colors.background.canvas}; overflow-y: visible; height: auto; }
    #root { padding: 0 16px 16px; }
    #root > h1 { font-size: 20px; line-height: 24px; padding: 16px 0; margin: 0; }
    .grid { position: relative; }
    .grid .panel, .grid .row { position: absolute; margin: 0; }
    .row { font-size: 16px; line-height: 30px; border-bottom: 1px solid ${theme.colors.border.weak}; }
    .no-data { height: 100%; display: flex; align-items: center; justify-content: center; color: ${theme.colors.text.secondary}; }
    .text-panel { overflow: auto; height: 100%; }
    .lanes { overflow: auto; height: 100%; font-size: 12px; }
    .lane { display: flex; gap: 8px; align-items: center; height: 24px; }
    .lane-name { width: 35%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .lane-states { position: relative; flex: 1; height: 16px; overflow: hidden; background: ${theme.colors.background.secondary}; }
    .lane-states i { position: absolute; top: 0; bottom: 0; }
  `;
  document.head.append(style);
}
