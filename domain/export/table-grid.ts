/** How far a cell reaches. */
interface Spanning {
  columns: number;
  rows: number;
}

/**
 * Rows that fit each other: a table on which several people worked may lack cells, and a cell may
 * claim more rows than there are. What is missing is filled with empty cells; no words are left out.
 * @param emptyIn makes one for a row
 */
export function evenTable<C extends Spanning>(
  rows: readonly (readonly C[])[],
  emptyIn: (row: readonly C[]) => C,
): { rows: C[][]; columnCount: number } {
  // Of each row, which columns a cell above reaches into.
  const taken: boolean[][] = rows.map(() => []);
  const placed = rows.map((row, at) =>
    row.map((cell) => {
      const mine = taken[at] ?? [];
      let column = 0;
      while (mine[column]) column++;
      const height = Math.max(1, Math.min(cell.rows, rows.length - at));
      // Another cell from above in its way makes it narrower.
      let width = 1;
      while (width < cell.columns && !mine[column + width]) width++;
      for (let below = 0; below < height; below++) {
        for (let beside = 0; beside < width; beside++) {
          const line = taken[at + below];
          if (line) line[column + beside] = true;
        }
      }
      return { ...cell, columns: width, rows: height };
    }),
  );
  const columnCount = Math.max(1, ...taken.map((row) => row.length));
  return {
    columnCount,
    rows: placed.map((row, at) => [
      ...row,
      ...gapsIn(taken[at] ?? [], columnCount).map(() => emptyIn(row)),
    ]),
  };
}

function gapsIn(taken: readonly boolean[], columnCount: number): number[] {
  return Array.from({ length: columnCount }, (_, column) => column).filter(
    (column) => !taken[column],
  );
}
