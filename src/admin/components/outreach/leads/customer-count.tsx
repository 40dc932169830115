import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCustomerCount } from "../../../hooks/use-leads"
import type { CustomerFilterBody } from "../../../lib/outreach/customer-filter"
import { ErrorNotice } from "../../common/error-notice"
import { useImportSums } from "./import/use-import-sums"

interface CustomerCountProps {
  campaignId: string
  /** Null: nothing was chosen yet. */
  filter: CustomerFilterBody | null
}

/** Whom an import would bring, before anything is written. */
export const CustomerCount = ({ campaignId, filter }: CustomerCountProps) => {
  const { t } = useTranslation("outreach")
  const sums = useImportSums(true)
  const { data, error } = useCustomerCount(campaignId, filter)
  if (filter && error) return <ErrorNotice title={t("customers.notCounted")} error={error} />
  const { created = 0, updated = 0, skipped = 0, errors = [] } = data ?? {}
  const total = created + updated + skipped + errors.length
  return (
    <div role="status">
      <Text size="small" weight="plus">
        {!filter
          ? t("customers.chooseFirst")
          : data
            ? t("customers.fit", { count: total })
            : t("customers.counting")}
      </Text>
      {filter && data && total > 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {sums(data).join(" · ")}
        </Text>
      )}
    </div>
  )
}
