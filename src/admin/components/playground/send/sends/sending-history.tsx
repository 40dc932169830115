import { Container, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../../hooks/common/use-format"
import { useSendingHistory } from "../../../../hooks/use-sending"
import { ErrorNotice } from "../../../common/error-notice"
import { RowsSkeleton } from "../../../common/rows-skeleton"
import { SectionHeader } from "../../../common/section-header"
import { TablePages } from "../../../common/table-pages"
import { useDeedWords } from "./use-deed-words"

const PER_PAGE = 10

/** Who did what to the campaign's sending, and when. */
export const SendingHistory = ({ campaignId }: { campaignId: string }) => {
  const { t } = useTranslation("sending")
  const { dateTime } = useFormat()
  const wordsOf = useDeedWords()
  const [page, setPage] = useState(0)
  const { data, error } = useSendingHistory(campaignId, {
    offset: page * PER_PAGE,
    limit: PER_PAGE,
  })
  if (data?.count === 0) return null
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("history.title")} hint={t("history.hint")} />
      {data && (
        <ul aria-label={t("history.title")} className="divide-y">
          {data.history.map((event) => (
            <li
              key={event.id}
              className="flex flex-col gap-x-4 px-6 py-3 sm:flex-row sm:justify-between"
            >
              <Text size="small" className="min-w-0 break-words">
                {wordsOf(event)}
              </Text>
              <Text size="small" className="text-ui-fg-subtle shrink-0">
                {dateTime(event.created_at)}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {data && (
        <TablePages page={page} onPageChange={setPage} perPage={PER_PAGE} count={data.count} />
      )}
      {!data &&
        (error ? (
          <div className="p-6">
            <ErrorNotice title={t("history.failed")} error={error} />
          </div>
        ) : (
          <RowsSkeleton rows={2} />
        ))}
    </Container>
  )
}
