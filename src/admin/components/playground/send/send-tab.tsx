import { useTranslation } from "react-i18next"
import { useSendingPreview } from "../../../hooks/use-sending"
import { ErrorNotice } from "../../common/error-notice"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { FooterEditor } from "./footer-editor"
import { SendOverview } from "./send-overview"
import { SendList } from "./sends/send-list"
import { SendingHistory } from "./sends/sending-history"
import { UnknownSends } from "./unknown-sends"

interface SendTabProps {
  campaignId: string
  stepIndex: number
}

/** What goes, to how many, when, and who is held back; and the buttons that decide it. */
export const SendTab = ({ campaignId, stepIndex }: SendTabProps) => {
  const { t } = useTranslation("send")
  const { data: preview, error } = useSendingPreview(campaignId, stepIndex)
  const notice = error && <ErrorNotice title={t("failedToLoad")} error={error} />
  if (!preview) return notice ?? <RowsSkeleton />
  const { counts, step_index } = preview
  const isAnySent = Object.values(counts).some((count) => count > 0)
  return (
    <div className="flex flex-col gap-y-3">
      {notice}
      <SendOverview campaignId={campaignId} preview={preview} />
      {counts.unknown > 0 && (
        <UnknownSends campaignId={campaignId} stepIndex={step_index} counts={counts} />
      )}
      <FooterEditor campaignId={campaignId} />
      {isAnySent && (
        <SendList
          key={step_index}
          campaignId={campaignId}
          stepIndex={step_index}
          counts={counts}
          transport={preview.transport}
        />
      )}
      <SendingHistory campaignId={campaignId} />
    </div>
  )
}
