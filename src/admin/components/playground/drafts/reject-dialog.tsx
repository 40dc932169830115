import { Button, Label, Prompt, Textarea } from "@medusajs/ui"
import { useId, useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import type { Review } from "../../../hooks/use-drafts"
import type { Draft } from "../../../lib/playground/types"
import { ErrorNotice } from "../../common/error-notice"

const MAX_REASON = 1_000

interface RejectDialogProps {
  draft: Draft
  reject: Review["reject"]
  onClose: () => void
  onRejected: () => void
}

/** Asks why, which may be left out, and turns the draft down. */
export const RejectDialog = ({ draft, reject, onClose, onRejected }: RejectDialogProps) => {
  const { t } = useTranslation("playground")
  const [reason, setReason] = useState("")
  const id = useId()
  const failed = reject.variables?.draft.id === draft.id ? reject.error : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reject.mutate({ draft, reason }, { onSuccess: onRejected })
  }
  return (
    <Prompt open variant="danger" onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Prompt.Content>
        <form onSubmit={submit}>
          <Prompt.Header>
            <Prompt.Title>{t("reject.title")}</Prompt.Title>
            <Prompt.Description>{t("reject.description")}</Prompt.Description>
          </Prompt.Header>
          <div className="flex flex-col gap-y-2 px-6 pt-6">
            <Label size="small" weight="plus" htmlFor={id}>
              {t("reject.reason")}
            </Label>
            <Textarea
              id={id}
              autoFocus
              value={reason}
              maxLength={MAX_REASON}
              onChange={(event) => setReason(event.target.value)}
            />
            {failed && <ErrorNotice title={t("reject.failed")} error={failed} />}
          </div>
          <Prompt.Footer>
            <Prompt.Cancel>{t("reject.cancel")}</Prompt.Cancel>
            <Button type="submit" size="small" variant="danger" isLoading={reject.isPending}>
              {t("reject.confirm")}
            </Button>
          </Prompt.Footer>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
