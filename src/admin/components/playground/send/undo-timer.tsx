import { Text } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import { useSendingSettings, useSends, type SendingPreview } from "../../../hooks/use-sending"

const SECOND_MS = 1_000
/** Further ahead a date says more than a number of seconds. */
const SOON_SECONDS = 3_600

interface UndoTimerProps {
  campaignId: string
  stepIndex: number
  counts: SendingPreview["counts"]
}

/** How long until the next mail is due: until then it can be taken back. */
export const UndoTimer = ({ campaignId, stepIndex, counts }: UndoTimerProps) => {
  const { t } = useTranslation("send")
  const { dateTime } = useFormat()
  const query = { status: "scheduled", step_index: stepIndex, limit: 1 } as const
  const [next] = useSends(campaignId, query, counts).data?.sends ?? []
  const { data: settings } = useSendingSettings(campaignId)
  const left = useSecondsUntil(next?.due_at ?? null)
  if (left === null || left <= 0 || !next?.due_at) return null
  // By a clock that is wrong it would be longer than it can be, unless a mail waits for its turn.
  const isFirst = next.attempt === 0
  const seconds = isFirst && settings ? Math.min(left, Math.max(settings.undo_seconds, 1)) : left
  return (
    <Text size="small" className="text-ui-fg-subtle" role="timer">
      {stepIndex === 1 && seconds < SOON_SECONDS
        ? t("undo", { count: seconds })
        : t("nextAt", { time: dateTime(next.due_at) })}
    </Text>
  )
}

/** Whole seconds until then, each second anew; null without a time. */
function useSecondsUntil(instant: string | null): number | null {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (instant === null) return
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [instant])
  return instant === null ? null : Math.ceil((Date.parse(instant) - now) / SECOND_MS)
}
