import { Alert } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useReason } from "../../hooks/common/use-reason"

interface ErrorNoticeProps {
  /** What could not be done. */
  title: string
  error: Error
  /** A way out. */
  children?: ReactNode
}

/** What went wrong, with the server's own reason. */
export const ErrorNotice = ({ title, error, children }: ErrorNoticeProps) => {
  const reasonOf = useReason()
  return (
    <Alert variant="error" role="alert">
      <p className="txt-compact-small-plus">{title}</p>
      <p className="break-words">{reasonOf(error)}</p>
      {children && <div className="pt-2">{children}</div>}
    </Alert>
  )
}
