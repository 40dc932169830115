import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { LeadColumn } from "../../../../lib/outreach/import-types"
import { Choice } from "../../../common/choice"

interface ColumnListProps {
  columns: readonly LeadColumn[]
  /** `target`: a field, `attributes.<name>`, or null to leave the column out. */
  onChoose: (header: string, target: string | null) => void
}

const FIELDS = [
  "email",
  "first_name",
  "last_name",
  "full_name",
  "company",
  "title",
  "email_consent",
  "customer_id",
] as const
const NOTHING = "none"

/** Each column of the file with its first values, and what becomes of it. */
export const ColumnList = ({ columns, onChoose }: ColumnListProps) => {
  const { t } = useTranslation("outreach")
  return (
    <ul aria-label={t("leads.fileColumns")} className="flex flex-col gap-y-3">
      {columns.map(({ header, field, attribute, samples }) => {
        const ownName = `attributes.${attribute ?? header}`
        return (
          <li key={header} className="grid grid-cols-2 items-center gap-x-4">
            <div className="min-w-0">
              <Text size="small" leading="compact" weight="plus" className="truncate" dir="auto">
                {header}
              </Text>
              <Text
                size="xsmall"
                leading="compact"
                className="text-ui-fg-subtle truncate"
                dir="auto"
              >
                {samples.join(" · ") || t("leads.noSamples")}
              </Text>
            </div>
            <Choice
              label={t("leads.columnIs", { header })}
              value={field ?? (attribute === null ? NOTHING : ownName)}
              onChange={(value) => onChoose(header, value === NOTHING ? null : value)}
              options={[
                ...FIELDS.map((name) => ({ value: name, label: t(`leads.fields.${name}`) })),
                { value: ownName, label: t("leads.ownField", { name: attribute ?? header }) },
                { value: NOTHING, label: t("leads.leaveOut") },
              ]}
            />
          </li>
        )
      })}
    </ul>
  )
}
