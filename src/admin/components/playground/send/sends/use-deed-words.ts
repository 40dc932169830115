import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../../hooks/common/use-format"
import type { SendingEvent } from "../../../../hooks/use-sending"

/** Says who did what to a campaign's sending, in a sentence. */
export function useDeedWords(): (event: SendingEvent) => string {
  const { t, i18n } = useTranslation("sending")
  const { number } = useFormat()
  return useCallback(
    (event) => {
      const { action, actor, actor_name, count, step_index, recipient } = event
      const who = actor_name ?? t(actor === "system" ? "deeds.byItself" : "deeds.somebody")
      const about = {
        who,
        count: count ?? 0,
        shown: number(count ?? 0),
        step: number(step_index ?? 1),
        recipient: recipient ?? t("sends.forgotten"),
      }
      switch (action) {
        case "schedule":
          return t("deeds.schedule", about)
        case "cancel":
          return t(
            event.reason === "replied"
              ? "deeds.endedByReply"
              : event.reason === "campaign_deleted"
                ? "deeds.endedByDelete"
                : "deeds.cancel",
            about
          )
        case "resolve":
          return t(event.as === "sent" ? "deeds.resolveSent" : "deeds.resolveAgain", about)
        case "settings": {
          const changed = (event.changed ?? []).map((name) =>
            i18n.exists(`sending:settings.${name}`)
              ? i18n.t(`settings.${name}`, { ns: "sending" })
              : name
          )
          return t("deeds.settings", { ...about, changed: changed.join(", ") })
        }
        case "pause":
        case "resume":
        case "replied":
          return t(`deeds.${action}`, about)
      }
    },
    [t, i18n, number]
  )
}
