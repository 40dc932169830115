import { Button, Label, Prompt, Textarea } from "@medusajs/ui"
import { useId, useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import type { Draft } from "../../../lib/playground/types"
import { ErrorNotice } from "../../common/error-notice"

export type BulkKind = "approve" | "reject" | "withdraw"

const MAX_REASON = 1_000
/** So many names fit into a sentence. */
const NAMED = 5

interface BulkDialogProps {
  kind: BulkKind
  drafts: readonly Draft[]
  /** Ids of the drafts that somebody looked at. */
  opened: readonly string[]
  /** Ids of the drafts with an edit that was begun. */
  edited: ReadonlySet<string>
  /** How many claims of a draft nothing supports, by draft, as the judge says. */
  unsupported: ReadonlyMap<string, number>
  nameOf: (draftId: string) => string
  isBusy: boolean
  /** Why nothing came of it; what was written here stays. */
  error: Error | null
  onConfirm: (reason: string) => void
  onClose: () => void
}

/** Says how many drafts it is about and what is known of them, before anything is done. */
export const BulkDialog = (props: BulkDialogProps) => {
  const { kind, drafts, opened, edited, unsupported, nameOf } = props
  const { isBusy, error, onConfirm, onClose } = props
  const { t } = useTranslation("playground")
  const [reason, setReason] = useState("")
  const id = useId()
  const count = drafts.length
  const openedCount = drafts.filter((draft) => opened.includes(draft.id)).length
  const flaggedCount = drafts.filter(({ flags }) => flags.length > 0).length
  const unsupportedCount = drafts.filter(({ id }) => unsupported.get(id)).length
  const editedNames = drafts
    .filter((draft) => edited.has(draft.id))
    .map((draft) => nameOf(draft.id))
  const named = editedNames.slice(0, NAMED).join(", ")
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isBusy) onConfirm(reason)
  }
  return (
    <Prompt
      open
      variant={kind === "approve" ? "confirmation" : "danger"}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Prompt.Content>
        <form onSubmit={submit}>
          <Prompt.Header>
            <Prompt.Title>{t(`bulk.ask.${kind}`, { count })}</Prompt.Title>
            <Prompt.Description>{t(`bulk.askHint.${kind}`)}</Prompt.Description>
          </Prompt.Header>
          <ul className="txt-compact-small flex list-disc flex-col gap-y-1 px-6 pl-10 pt-4">
            <li>{t("bulk.opened", { count: openedCount, total: count })}</li>
            <li>{t("bulk.flagged", { count: flaggedCount })}</li>
            {unsupportedCount > 0 && <li>{t("bulk.unsupported", { count: unsupportedCount })}</li>}
            {editedNames.length > 0 && (
              <li className="break-words">
                {t(`bulk.edited.${kind === "approve" ? "taken" : "kept"}`, {
                  count: editedNames.length,
                  names: editedNames.length > NAMED ? `${named}, …` : named,
                })}
              </li>
            )}
          </ul>
          {kind === "reject" && (
            <div className="flex flex-col gap-y-2 px-6 pt-4">
              <Label size="small" weight="plus" htmlFor={id}>
                {t("reject.reason")}
              </Label>
              <Textarea
                id={id}
                value={reason}
                maxLength={MAX_REASON}
                onChange={(event) => setReason(event.target.value)}
              />
            </div>
          )}
          {error && (
            <div className="px-6 pt-4">
              <ErrorNotice title={t(`bulk.failed.${kind}`)} error={error} />
            </div>
          )}
          <Prompt.Footer>
            <Prompt.Cancel>{t("reject.cancel")}</Prompt.Cancel>
            <Button
              type="submit"
              size="small"
              autoFocus
              isLoading={isBusy}
              variant={kind === "approve" ? "primary" : "danger"}
            >
              {t(`bulk.confirm.${kind}`, { count })}
            </Button>
          </Prompt.Footer>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
