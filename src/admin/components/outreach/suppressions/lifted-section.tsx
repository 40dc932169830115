import { Container, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import { useLiftedSuppressions, type LiftedSuppression } from "../../../hooks/use-suppressions"
import { SectionHeader } from "../../common/section-header"
import { TablePages } from "../../common/table-pages"
import { useSuppressionName } from "./use-suppression-name"

const PER_PAGE = 10

/** What people took off the list: who, when and why. Nothing where nobody did. */
export const LiftedSection = () => {
  const { t } = useTranslation("mails")
  const { dateTime } = useFormat()
  const [page, setPage] = useState(0)
  const { data } = useLiftedSuppressions({ offset: page * PER_PAGE, limit: PER_PAGE })
  if (!data || data.count === 0) return null
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("lifted.title")} hint={t("lifted.hint")} />
      <ul aria-label={t("lifted.title")} className="divide-y">
        {data.lifted.map((suppression) => (
          <li
            key={suppression.id}
            className="flex flex-col gap-x-4 px-6 py-3 sm:flex-row sm:justify-between"
          >
            <Lifted suppression={suppression} />
            <Text size="small" className="text-ui-fg-subtle shrink-0">
              {dateTime(suppression.lifted_at)}
            </Text>
          </li>
        ))}
      </ul>
      <TablePages page={page} onPageChange={setPage} perPage={PER_PAGE} count={data.count} />
    </Container>
  )
}

const Lifted = ({ suppression }: { suppression: LiftedSuppression }) => {
  const { t } = useTranslation("mails")
  const nameOf = useSuppressionName()
  const { reason, lifted_by_name, note } = suppression
  const before = t("lifted.before", { reason: t(`suppressions.reasons.${reason}`) })
  return (
    <div className="min-w-0">
      <Text size="small" className="break-words">
        {t("lifted.deed", {
          who: lifted_by_name ?? t("lifted.somebody"),
          name: nameOf(suppression),
        })}
      </Text>
      <Text size="small" className="text-ui-fg-subtle whitespace-pre-wrap break-words">
        {[before, ...(note ? [t("lifted.note", { note })] : [])].join(" · ")}
      </Text>
    </div>
  )
}
