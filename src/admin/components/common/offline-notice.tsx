import { Alert } from "@medusajs/ui"
import { onlineManager } from "@tanstack/react-query"
import { useSyncExternalStore } from "react"
import { useTranslation } from "react-i18next"

const subscribe = (listener: () => void) => onlineManager.subscribe(listener)
const isOnline = () => onlineManager.isOnline()

/** Stands on top of a page while there is no network: whatever it reads waits for it without a word. */
export const OfflineNotice = () => {
  const { t } = useTranslation("playground")
  if (useSyncExternalStore(subscribe, isOnline)) return null
  return (
    <Alert variant="warning" role="alert" className="sticky top-0 z-20 mb-3">
      {t("reasons.offline")}
    </Alert>
  )
}
