import { FetchError } from "@medusajs/js-sdk"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { ApiError } from "../../lib/common/api-error"
import { isSignedOut } from "./use-sign-in"
import { useWords } from "./use-words"

/** Says in the person's language why something failed. */
export function useReason(): (error: Error) => string {
  const { t } = useTranslation("playground")
  const wordsOf = useWords("refusals")
  return useCallback(
    (error) => {
      // What a browser's fetch throws when nobody answers, and when the answer takes too long.
      if (error instanceof TypeError) return t("reasons.unreachable")
      if (error.name === "TimeoutError") return t("reasons.noAnswer")
      if (isSignedOut(error)) return t("reasons.signedOut")
      if (error instanceof FetchError && error.status === 403) return t("reasons.forbidden")
      if (error instanceof FetchError && (error.status ?? 0) >= 500) return t("reasons.broken")
      if (error instanceof ApiError && error.code === "invalid_prompt") return t("problems.title")
      return error instanceof ApiError ? wordsOf(error) : error.message
    },
    [t, wordsOf]
  )
}
