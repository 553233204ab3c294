/** A table as rows of cells by the name of their column. */
export const rowsOf = (panel) => panel.rows.map((row) => Object.fromEntries(row.map((cell) => [cell.column, cell])));

/**
 * Compares every cell of a table. `columns` gives for each column what is right in it for one row of the truth: a text, or
 * a text and a colour; `undefined` where it does not matter. `truths` are in no order, `keyOf` tells rows apart.
 * `optional` columns may be missing.
 */
export function checkTable(panel, findings, { columns, truths, keyOfRow, keyOf, optional = [] }) {
  if (truths.length === 0) {
    if (!panel.shown.includes('No data')) findings.add('does not say that there is no data');
    return;
  }
  const rows = new Map(rowsOf(panel).map((row) => [keyOfRow(row), row]));
  const wanted = Object.keys(columns).filter((column) => panel.columns.includes(column) || !optional.includes(column));
  findings.equal('the list of columns', panel.columns.toSorted().join(', '), wanted.toSorted().join(', '));
  findings.equal('the number of rows', panel.rows.length, truths.length);
  for (const truth of truths) {
    const key = keyOf(truth);
    const row = rows.get(key);
    if (!row) findings.add(`has no row for ${key}`);
    else checkRow(row, key, findings, columns, truth);
  }
}

function checkRow(row, key, findings, columns, truth) {
  for (const [column, expected] of Object.entries(columns)) {
    if (!row[column]) continue;
    const [text, color] = [expected(truth, row[column])].flat();
    if (text !== undefined) findings.equal(`${column} of ${key}`, row[column].text, text);
    if (color !== undefined) findings.color(`${column} of ${key}`, row[column].color, color);
  }
}
