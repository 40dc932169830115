import { Button, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFailureToast } from "../../../hooks/common/use-failure-toast"
import { useKeptTexts } from "../../../hooks/common/use-kept-texts"
import {
  useSendingActions,
  useSendingSettings,
  type SendingPreview,
} from "../../../hooks/use-sending"
import { keptFooters } from "../../../lib/playground/kept"
import { SendingFormDrawer } from "./settings/sending-form-drawer"

interface SendActionsProps {
  campaignId: string
  preview: SendingPreview
}

/** Settings, send, pause and take back. All stand there all the time: none moves under the pointer. */
export const SendActions = ({ campaignId, preview }: SendActionsProps) => {
  const { t } = useTranslation("send")
  const { t: tSending } = useTranslation("sending")
  const [isEditing, setEditing] = useState(false)
  const { data: settings } = useSendingSettings(campaignId)
  const ask = usePrompt()
  const tellFailure = useFailureToast()
  const isFooterBegun = useKeptTexts(keptFooters).has(campaignId)
  const { send, pauseOrResume, cancel } = useSendingActions(campaignId)
  const { ready, counts, is_paused, step_index } = preview
  const isBusy = send.isPending || pauseOrResume.isPending || cancel.isPending

  const press = async () => {
    if (isFooterBegun) {
      toast.warning(t("footer.unsaved"))
      return
    }
    const isSure = await ask({
      title: t("confirm.title", { count: ready }),
      description: t("confirm.description", { count: ready }),
      confirmText: t("confirm.send"),
      cancelText: t("confirm.cancel"),
      variant: "confirmation",
    })
    if (!isSure) return
    send.mutate(step_index, {
      onSuccess: ({ scheduled }) => toast.success(t("scheduled", { count: scheduled })),
      onError: (error) => tellFailure(t("failed.send"), error),
    })
  }
  const takeBack = () =>
    cancel.mutate(undefined, {
      onSuccess: ({ cancelled_count }) => toast.info(t("takenBack", { count: cancelled_count })),
      onError: (error) => tellFailure(t("failed.takeBack"), error),
    })
  const turn = () =>
    pauseOrResume.mutate(is_paused ? "resume" : "pause", {
      onError: (error) => tellFailure(t(is_paused ? "failed.resume" : "failed.pause"), error),
    })

  return (
    <>
      <Button
        size="small"
        variant="secondary"
        disabled={settings === undefined}
        onClick={() => setEditing(true)}
      >
        {tSending("settings.open")}
      </Button>
      <Button
        size="small"
        variant="secondary"
        disabled={isBusy || counts.scheduled === 0}
        onClick={takeBack}
      >
        {t("takeBack")}
      </Button>
      <Button size="small" variant="secondary" disabled={isBusy} onClick={turn}>
        {t(is_paused ? "resume" : "pause")}
      </Button>
      <Button
        size="small"
        disabled={isBusy || ready === 0}
        isLoading={send.isPending}
        onClick={() => void press()}
      >
        {ready === 0 ? t("confirm.send") : t("send", { count: ready })}
      </Button>
      {isEditing && settings && (
        <SendingFormDrawer
          campaignId={campaignId}
          settings={settings}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  )
}
