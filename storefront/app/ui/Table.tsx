import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export interface Column<T> {
  head: string;
  cell: (row: T) => ReactNode;
  align?: "r" | "c";
  /** The column that names the row; it becomes the heading of the stacked card. */
  isMain?: boolean;
}

/** A table that turns into stacked cards on phones and keeps its roles there. */
export function Table<T>({ caption, columns, rows, keyOf, foot }: { caption: string; columns: readonly Column<T>[]; rows: readonly T[]; keyOf: (row: T) => string; foot?: ReactNode }) {
  return (
    <table className="tbl stack" role="table">
      <caption className="vh">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.head} scope="col" role="columnheader" className={column.align}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map((column) => (
              <td key={column.head} role="cell" data-l={column.isMain ? undefined : column.head} className={cx(column.align, column.isMain && "main")}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {foot}
    </table>
  );
}
