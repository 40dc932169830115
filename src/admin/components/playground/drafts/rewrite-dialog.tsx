import { Button, Label, Prompt, Textarea } from "@medusajs/ui"
import { useId, useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import type { Rewrites } from "../../../hooks/use-rewrites"
import type { Draft } from "../../../lib/playground/types"
import { ErrorNotice } from "../../common/error-notice"

const MAX_REMARK = 1_000

interface RewriteDialogProps {
  draft: Draft
  rewrites: Rewrites
  onClose: () => void
}

/** Asks what should be different, and has this one draft written anew. */
export const RewriteDialog = ({ draft, rewrites, onClose }: RewriteDialogProps) => {
  const { t } = useTranslation("playground")
  const [remark, setRemark] = useState("")
  const id = useId()
  const { start } = rewrites
  const submit = (event: FormEvent) => {
    event.preventDefault()
    start.mutate({ draft, remark: remark.trim() }, { onSuccess: onClose })
  }
  return (
    <Prompt open variant="confirmation" onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Prompt.Content>
        <form onSubmit={submit}>
          <Prompt.Header>
            <Prompt.Title>{t("rewrite.title")}</Prompt.Title>
            <Prompt.Description>{t("rewrite.hint")}</Prompt.Description>
          </Prompt.Header>
          <div className="flex flex-col gap-y-2 px-6 pt-6">
            <Label size="small" weight="plus" htmlFor={id}>
              {t("rewrite.remark")}
            </Label>
            <Textarea
              id={id}
              autoFocus
              dir="auto"
              value={remark}
              maxLength={MAX_REMARK}
              placeholder={t("rewrite.example")}
              onChange={(event) => setRemark(event.target.value)}
            />
            {start.error && <ErrorNotice title={t("rewrite.failed")} error={start.error} />}
          </div>
          <Prompt.Footer>
            <Prompt.Cancel>{t("reject.cancel")}</Prompt.Cancel>
            <Button
              type="submit"
              size="small"
              isLoading={start.isPending}
              disabled={remark.trim() === ""}
            >
              {t("rewrite.confirm")}
            </Button>
          </Prompt.Footer>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
