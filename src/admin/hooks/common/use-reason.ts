import { FetchError } from "@medusajs/js-sdk"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { isSignedOut } from "./use-sign-in"

/** Says why something failed: the server's own reason, or what it cannot say by itself. */
export function useReason(): (error: Error) => string {
  const { t } = useTranslation("playground")
  return useCallback(
    (error) => {
      // What a browser's fetch throws when nobody answers, and when the answer takes too long.
      if (error instanceof TypeError) return t("reasons.unreachable")
      if (error.name === "TimeoutError") return t("reasons.noAnswer")
      if (isSignedOut(error)) return t("reasons.signedOut")
      if (error instanceof FetchError && error.status === 403) return t("reasons.forbidden")
      return error.message
    },
    [t]
  )
}
