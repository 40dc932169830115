import { toast } from "@medusajs/ui"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { useReason } from "./use-reason"
import { isSignedOut, useSignIn } from "./use-sign-in"

/** Says in passing that something failed and why, with the way to log in where that helps. */
export function useFailureToast(): (title: string, error: Error) => void {
  const { t } = useTranslation("playground")
  const reasonOf = useReason()
  const signIn = useSignIn()
  return useCallback(
    (title, error) => {
      const label = t("reasons.signIn")
      toast.error(title, {
        description: reasonOf(error),
        ...(isSignedOut(error) && { action: { label, altText: label, onClick: signIn } }),
      })
    },
    [t, reasonOf, signIn]
  )
}
