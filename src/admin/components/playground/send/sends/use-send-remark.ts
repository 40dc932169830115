import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../../hooks/common/use-format"
import type { Send } from "../../../../hooks/use-sending"

/** What happened to a mail beside its status, in words; empty where nothing did. */
export function useSendRemark(): (send: Send) => string {
  const { t, i18n } = useTranslation("sending")
  const { dateTime } = useFormat()
  return useCallback(
    ({ status, due_at, error, bounced_at, complained_at, resolved_by }) => {
      const said: string[] = []
      if (status === "scheduled" && due_at === null) said.push(t("remarks.afterStep"))
      if (error) {
        // Why a mail is held back stands among the reasons; what went wrong, among the codes.
        const [namespace, key] = i18n.exists(`sending:codes.${error.code}`)
          ? (["sending", `codes.${error.code}`] as const)
          : (["send", `reasons.${error.code}`] as const)
        const words = i18n.exists(key, { ns: namespace })
          ? i18n.t(key, { ns: namespace })
          : (error.message ?? t("remarks.other"))
        said.push(words)
      }
      if (status === "scheduled" && error) said.push(t("remarks.again"))
      if (bounced_at) said.push(t("remarks.bounced", { time: dateTime(bounced_at) }))
      if (complained_at) said.push(t("remarks.complained", { time: dateTime(complained_at) }))
      if (status === "accepted" && resolved_by) said.push(t("remarks.decided"))
      return said.join(" · ")
    },
    [t, i18n, dateTime]
  )
}
