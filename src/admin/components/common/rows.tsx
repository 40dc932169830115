import { Table } from "@medusajs/ui"
import type { ReactNode } from "react"

interface RowsProps {
  label: string
  columns: readonly string[]
  /** Name of the last column, which holds buttons. */
  actions: string
  /** For many columns, so that they fit beside the shell in every language. */
  isDense?: boolean
  children: ReactNode
}

const DENSE = "[&_td:not(:last-child)]:pr-4 [&_th:not(:last-child)]:pr-4"

/** A table that scrolls by itself where the page is narrow. */
export const Rows = ({ label, columns, actions, isDense, children }: RowsProps) => (
  <div className="relative overflow-x-auto" tabIndex={0} role="region" aria-label={label}>
    <Table className={isDense ? DENSE : undefined}>
      <Table.Header>
        <Table.Row>
          {columns.map((column) => (
            <Table.HeaderCell key={column} className="whitespace-nowrap">
              {column}
            </Table.HeaderCell>
          ))}
          <Table.HeaderCell>
            <span className="sr-only">{actions}</span>
          </Table.HeaderCell>
        </Table.Row>
      </Table.Header>
      <Table.Body>{children}</Table.Body>
    </Table>
  </div>
)
