import { Button, Label, Prompt, Textarea, toast } from "@medusajs/ui"
import { useId, useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import { useSuppressionActions, type Suppression } from "../../../hooks/use-suppressions"
import { ErrorNotice } from "../../common/error-notice"

const MAX_NOTE = 1_000

interface LiftDialogProps {
  suppression: Suppression
  /** As the list calls it. */
  name: string
  onClose: () => void
}

/** Asks why, which may be left out, and lets the shop write there again. */
export const LiftDialog = ({ suppression, name, onClose }: LiftDialogProps) => {
  const { t } = useTranslation("mails")
  const { t: tOutreach } = useTranslation("outreach")
  const [note, setNote] = useState("")
  const { remove } = useSuppressionActions()
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    remove.mutate(
      { id: suppression.id, note },
      {
        onSuccess: () => {
          toast.success(t("suppressions.deleted"))
          onClose()
        },
      }
    )
  }
  return (
    <Prompt open variant="danger" onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Prompt.Content>
        <form onSubmit={submit}>
          <Prompt.Header>
            <Prompt.Title>{t("suppressions.deleteTitle")}</Prompt.Title>
            <Prompt.Description className="break-words">
              {t(`suppressions.deleteText.${suppression.reason}`, { name })}
            </Prompt.Description>
          </Prompt.Header>
          <div className="flex flex-col gap-y-2 px-6 pt-6">
            <Label size="small" weight="plus" htmlFor={id}>
              {t("suppressions.note")}
            </Label>
            <Textarea
              id={id}
              autoFocus
              value={note}
              maxLength={MAX_NOTE}
              onChange={(event) => setNote(event.target.value)}
            />
            {remove.error && <ErrorNotice title={tOutreach("notDeleted")} error={remove.error} />}
          </div>
          <Prompt.Footer>
            <Prompt.Cancel>{tOutreach("actions.cancel")}</Prompt.Cancel>
            <Button type="submit" size="small" variant="danger" isLoading={remove.isPending}>
              {tOutreach("actions.delete")}
            </Button>
          </Prompt.Footer>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
