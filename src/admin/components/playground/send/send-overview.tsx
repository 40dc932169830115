import { Container, StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import type { SendingPreview } from "../../../hooks/use-sending"
import { SectionHeader } from "../../common/section-header"
import { HeldBack } from "./held-back"
import { NoFooter } from "./no-footer"
import { SendActions } from "./send-actions"
import { SEND_COLOURS, SEND_STATUSES } from "./send-statuses"
import { UndoTimer } from "./undo-timer"
import { useTransportName } from "./use-transport-name"
import { WayOut } from "./way-out"

/** More days than these are told by the last one. */
const MAX_DAYS = 3

interface SendOverviewProps {
  campaignId: string
  preview: SendingPreview
}

/** What is ready, how the mails stand, and who is held back. */
export const SendOverview = ({ campaignId, preview }: SendOverviewProps) => {
  const { t } = useTranslation("send")
  const { ready, held_back, counts, is_paused, transport, step_index } = preview
  const nameOf = useTransportName()
  const shown = SEND_STATUSES.filter((status) => counts[status] > 0)
  const isNothingApproved = ready === 0 && held_back.length === 0 && shown.length === 0
  return (
    <Container className="divide-y p-0">
      <SectionHeader
        title={t("title", { step: step_index })}
        hint={transport === "outbox" ? t("byOutbox") : t("by", { transport: nameOf(transport) })}
      >
        <SendActions campaignId={campaignId} preview={preview} />
      </SectionHeader>
      <div className="flex flex-col gap-y-2 px-6 py-4">
        <div className="flex flex-wrap gap-x-3">
          <Text size="small" weight="plus">
            {ready === 0 && shown.length > 0 ? t("readyNoMore") : t("ready", { count: ready })}
          </Text>
          <Days days={preview.days} />
        </div>
        <div className="flex min-h-6 flex-wrap gap-2" role="status" aria-label={t("states")}>
          {is_paused && <StatusBadge color="orange">{t("paused")}</StatusBadge>}
          {shown.map((status) => (
            <StatusBadge key={status} color={SEND_COLOURS[status]}>
              {t(`status.${status}`, { count: counts[status] })}
            </StatusBadge>
          ))}
          {shown.length === 0 && (
            <Text size="small" className="text-ui-fg-subtle">
              {t(isNothingApproved ? "approveFirst" : "nothingYet")}
            </Text>
          )}
        </div>
        {isNothingApproved && (
          <div>
            <WayOut campaignId={campaignId} reason="not_approved" />
          </div>
        )}
        {counts.scheduled > 0 && !is_paused && (
          <UndoTimer campaignId={campaignId} stepIndex={step_index} counts={counts} />
        )}
      </div>
      {preview.footer === null && <NoFooter campaignId={campaignId} />}
      {held_back.length > 0 && <HeldBack campaignId={campaignId} heldBack={held_back} />}
    </Container>
  )
}

/** Over which days it goes. */
const Days = ({ days }: { days: SendingPreview["days"] }) => {
  const { t } = useTranslation("send")
  const { day } = useFormat()
  const first = days
    .slice(0, MAX_DAYS)
    .map(({ date, count }) => t("day", { date: day(date), count }))
  const last = days.length > MAX_DAYS ? days.at(-1) : undefined
  const told = [...first, ...(last ? [t("until", { date: day(last.date) })] : [])]
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {told.length > 0 && t("planned", { days: told.join(" · ") })}
    </Text>
  )
}
