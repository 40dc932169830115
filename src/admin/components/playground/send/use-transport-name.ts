import { useCallback } from "react"
import { useTranslation } from "react-i18next"

/** The transports that come with the plugin; a host's own are called as the host calls them. */
const KNOWN = ["outbox", "smtp", "notification"] as const

/** What a transport is called. */
export function useTransportName(): (id: string) => string {
  const { t } = useTranslation("sending")
  return useCallback(
    (id) => {
      const known = KNOWN.find((name) => name === id)
      return known ? t(`transports.${known}`) : id
    },
    [t]
  )
}
