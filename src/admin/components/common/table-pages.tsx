import { Table } from "@medusajs/ui"
import { useEffect } from "react"
import { useTranslation } from "react-i18next"

interface TablePagesProps {
  page: number
  onPageChange: (page: number) => void
  perPage: number
  count: number
}

/** Pages below a table, in the dashboard's language; none where one page is enough. */
export const TablePages = ({ page, onPageChange, perPage, count }: TablePagesProps) => {
  const { t } = useTranslation("playground")
  const pages = Math.ceil(count / perPage)
  // Whoever deletes the last row of the last page would look at nothing, and find no way back.
  useEffect(() => {
    if (pages > 0 && page >= pages) onPageChange(pages - 1)
  }, [page, pages, onPageChange])
  if (pages <= 1) return null
  return (
    <Table.Pagination
      count={count}
      pageSize={perPage}
      pageIndex={page}
      pageCount={pages}
      canPreviousPage={page > 0}
      canNextPage={page < pages - 1}
      previousPage={() => onPageChange(page - 1)}
      nextPage={() => onPageChange(page + 1)}
      translations={{
        of: t("pages.of"),
        results: t("pages.results"),
        pages: t("pages.pages"),
        prev: t("pages.previous"),
        next: t("pages.next"),
      }}
    />
  )
}
