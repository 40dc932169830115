import { ErrorNotice } from "./error-notice"
import { EmptyState } from "./empty-state"
import { RowsSkeleton } from "./rows-skeleton"
import { useTranslation } from "react-i18next"

interface RowsStateProps {
  count: number | undefined
  error: Error | null
  /** True where a search or filter narrows the rows. */
  isNarrowed: boolean
  none: { title: string; hint: string }
  noMatch: { title: string; hint: string }
}

/** What stands where there are no rows (yet). */
export const RowsState = ({ count, error, isNarrowed, none, noMatch }: RowsStateProps) => {
  const { t } = useTranslation("outreach")
  if (error && count === undefined) {
    return (
      <div className="p-6">
        <ErrorNotice title={t("failed")} error={error} />
      </div>
    )
  }
  if (count === undefined) return <RowsSkeleton />
  return count === 0 ? <EmptyState {...(isNarrowed ? noMatch : none)} /> : null
}
