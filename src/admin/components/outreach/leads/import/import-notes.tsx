import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ImportNote } from "../../../../lib/outreach/import-types"

/** What a person should know about how the file was read. */
export const ImportNotes = ({ notes }: { notes: readonly ImportNote[] }) => {
  const { t } = useTranslation("outreach")
  if (notes.length === 0) return null
  return (
    <div className="flex flex-col gap-y-1">
      {notes.map(({ code, params, message }) => (
        <Text key={code} size="small" className="text-ui-fg-subtle break-words">
          {t(`leads.notes.${code}`, { ...params, defaultValue: message })}
        </Text>
      ))}
    </div>
  )
}
