import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import type { SendingPreview } from "../../../hooks/use-sending"
import { WayOut } from "./way-out"

interface HeldBackProps {
  campaignId: string
  heldBack: SendingPreview["held_back"]
}

/** Who does not get a mail, why, and what can be done about it. */
export const HeldBack = ({ campaignId, heldBack }: HeldBackProps) => {
  const { t } = useTranslation("send")
  const { number } = useFormat()
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <Text weight="plus" size="small">
        {t("heldBack")}
      </Text>
      <ul className="flex flex-col gap-y-2">
        {heldBack.map(({ reason, count }) => (
          <li
            key={reason}
            className="txt-small text-ui-fg-subtle flex flex-wrap items-center gap-2"
          >
            <span className="flex min-w-0 gap-x-2">
              <span className="text-ui-fg-base min-w-6 shrink-0 tabular-nums">{number(count)}</span>
              <span className="min-w-0 break-words">{t(`reasons.${reason}`)}</span>
            </span>
            <WayOut campaignId={campaignId} reason={reason} />
          </li>
        ))}
      </ul>
    </div>
  )
}
