import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Preview } from "../../../lib/playground/types"

/** The messages word for word, as text: lead data stands in them. */
export const PreviewMessages = ({ messages }: Pick<Preview, "messages">) => {
  const { t } = useTranslation("playground")
  return (
    <ol className="flex flex-col gap-y-4">
      {messages.map(({ role, content }, place) => (
        <li key={place} className="flex flex-col gap-y-1">
          <Text size="xsmall" weight="plus" className="text-ui-fg-subtle">
            {t(`preview.role.${role}`)}
          </Text>
          <div
            tabIndex={0}
            role="region"
            aria-label={t(`preview.role.${role}`)}
            className="bg-ui-bg-subtle txt-small max-h-[320px] overflow-y-auto whitespace-pre-wrap break-words rounded-lg border p-3"
          >
            {content}
          </div>
        </li>
      ))}
    </ol>
  )
}
