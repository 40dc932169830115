import { FetchError } from "@medusajs/js-sdk"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { ApiError } from "../../lib/common/api-error"
import { generalRefusal, refusedField } from "../../lib/common/general-refusal"
import { isSignedOut } from "./use-sign-in"
import { useWords } from "./use-words"

/** Says in the person's language why something failed. */
export function useReason(): (error: Error) => string {
  const { t, i18n } = useTranslation("playground")
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
      if (!(error instanceof FetchError)) return error.message
      const worded = error instanceof ApiError ? wordsOf(error) : error.message
      if (worded !== error.message) return worded
      // The server's own words are English, and name fields and ids as programs do.
      const field = `reasons.fields.${refusedField(error.message)}`
      if (i18n.exists(field, { ns: "playground" })) return t("reasons.field", { field: t(field) })
      return t(`reasons.${generalRefusal(error.status)}`)
    },
    [t, i18n, wordsOf]
  )
}
