import { formattedValueToString } from '@grafana/data';
import { TableNG } from '@grafana/ui/unstable';

const isHidden = (field) => field.config.custom?.hideFrom?.viz === true || field.config.custom?.hidden === true;

const nameOf = (field) => field.state?.displayName ?? field.config.displayName ?? field.name;

function describeCell(field, row) {
  const display = field.display(field.values[row]);
  const links = field.getLinks?.({ valueRowIndex: row }) ?? [];
  return {
    column: nameOf(field),
    text: formattedValueToString(display),
    color: display.color ?? null,
    number: typeof field.values[row] === 'number' ? field.values[row] : null,
    links: links.map(({ title, href }) => ({ title, href })),
  };
}

export const table = {
  describe: (panel, data) => {
    const frame = data.frames[panel.options.frameIndex ?? 0];
    const shown = (frame?.fields ?? []).filter((field) => !isHidden(field));
    const rows = Array.from({ length: frame?.length ?? 0 }, (_, row) => shown.map((field) => describeCell(field, row)));
    return { columns: shown.map(nameOf), rows, sortBy: panel.options.sortBy ?? [] };
  },

  draw: (panel, data, context, width, height) => {
    const frame = data.frames[panel.options.frameIndex ?? 0];
    if (!frame || frame.length === 0) return <p className="no-data">{panel.fieldConfig?.defaults?.noValue ?? 'No data'}</p>;
    return (
      <TableNG
        data={frame}
        width={width}
        height={height}
        noHeader={!panel.options.showHeader}
        cellHeight={panel.options.cellHeight}
        sortBy={panel.options.sortBy}
        fieldConfig={panel.fieldConfig}
        timeRange={data.range}
        enableVirtualization={!context.wholeTables}
        getActions={() => []}
        structureRev={1}
      />
    );
  },
};
