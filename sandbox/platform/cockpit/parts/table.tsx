import type { ComponentChildren } from 'preact';

interface TableProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly children: ComponentChildren;
}

/**
 * A table that becomes a list of cards where it is narrow. `display: block` takes a table's
 * semantics away, so its roles are written out.
 */
export const Table = ({ label, columns, children }: TableProps) => (
  <table role="table" class="table" aria-label={label}>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <th key={column} role="columnheader" scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">{children}</tbody>
  </table>
);

/** A row's own name. */
export const HeadCell = ({ children }: { readonly children: ComponentChildren }) => (
  <th role="rowheader" scope="row">
    {children}
  </th>
);

interface CellProps {
  /** The column's name, which a card shows beside the value. */
  readonly label: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

export const Cell = ({ label, class: className, children }: CellProps) => (
  <td role="cell" class={className}>
    <span class="cell-label" aria-hidden="true">
      {label}
    </span>
    <div class="cell-value">{children}</div>
  </td>
);
