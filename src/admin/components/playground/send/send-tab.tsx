import { useTranslation } from "react-i18next"
import { useSendingPreview } from "../../../hooks/use-sending"
import { ErrorNotice } from "../../common/error-notice"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { FooterEditor } from "./footer-editor"
import { SendOverview } from "./send-overview"
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
  return (
    <div className="flex flex-col gap-y-3">
      {notice}
      <SendOverview campaignId={campaignId} preview={preview} />
      {preview.counts.unknown > 0 && (
        <UnknownSends
          campaignId={campaignId}
          stepIndex={preview.step_index}
          count={preview.counts.unknown}
        />
      )}
      <FooterEditor campaignId={campaignId} footer={preview.footer} />
    </div>
  )
}
