import { Alert, Button } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useReason } from "../../hooks/common/use-reason"
import { isSignedOut, useSignIn } from "../../hooks/common/use-sign-in"

interface ErrorNoticeProps {
  /** What could not be done. */
  title: string
  error: Error
  /** A way out. */
  children?: ReactNode
}

/** What went wrong and why, with a way out. */
export const ErrorNotice = ({ title, error, children }: ErrorNoticeProps) => {
  const { t } = useTranslation("playground")
  const reasonOf = useReason()
  const signIn = useSignIn()
  const wayOut = isSignedOut(error) ? (
    <Button type="button" size="small" variant="secondary" onClick={signIn}>
      {t("reasons.signIn")}
    </Button>
  ) : (
    children
  )
  return (
    <Alert variant="error" role="alert">
      <p className="txt-compact-small-plus">{title}</p>
      <p className="break-words">{reasonOf(error)}</p>
      {wayOut && <div className="pt-2">{wayOut}</div>}
    </Alert>
  )
}
