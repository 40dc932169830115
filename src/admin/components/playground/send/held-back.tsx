import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import type { SendingPreview } from "../../../hooks/use-sending"

/** Who does not get a mail, and why. */
export const HeldBack = ({ heldBack }: { heldBack: SendingPreview["held_back"] }) => {
  const { t } = useTranslation("send")
  const { number } = useFormat()
  return (
    <div className="flex flex-col gap-y-1 px-6 py-4">
      <Text weight="plus" size="small">
        {t("heldBack")}
      </Text>
      <ul className="flex flex-col gap-y-1">
        {heldBack.map(({ reason, count }) => (
          <li key={reason} className="txt-small text-ui-fg-subtle flex gap-x-2">
            <span className="text-ui-fg-base min-w-6 shrink-0 tabular-nums">{number(count)}</span>
            <span className="min-w-0 break-words">{t(`reasons.${reason}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
