import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** How many leads are left out since they do not want mail; nothing where none is. */
export const WithdrawnNotice = ({ count }: { count: number }) => {
  const { t } = useTranslation("playground")
  if (count === 0) return null
  return (
    <Text size="small" className="text-ui-fg-subtle" aria-live="polite">
      {t("generate.withdrawn", { count })}
    </Text>
  )
}
