import { Button, Input, Label, Textarea } from "@medusajs/ui"
import { useId, useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import type { Email } from "../../../hooks/use-draft-desk"
import type { Draft } from "../../../lib/playground/types"
import { EmailChanges } from "./email-changes"

/** As long as an approved e-mail may be. */
const MAX_SUBJECT = 998
const MAX_BODY = 50_000

interface DraftEditorProps {
  draft: Draft
  /** What the fields begin with. */
  initial: Email
  onChange: (text: Email) => void
  isApproving: boolean
  onApprove: (text: Email) => void
  onDiscard: () => void
}

/** The draft's text as it may be approved, with what differs from the draft marked below. */
export const DraftEditor = (props: DraftEditorProps) => {
  const { draft, initial, onChange, isApproving, onApprove, onDiscard } = props
  const { t } = useTranslation("playground")
  const [text, setText] = useState<Email>({ subject: initial.subject, body: initial.body })
  const { subject, body } = text
  const change = (part: Partial<Email>) => {
    const next = { ...text, ...part }
    setText(next)
    onChange(next)
  }
  const id = useId()
  const isComplete = subject.trim() !== "" && body.trim() !== ""
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isComplete && !isApproving) onApprove(text)
  }
  return (
    <form
      className="flex flex-col gap-y-4"
      onSubmit={submit}
      onKeyDown={(event) => event.key === "Escape" && onDiscard()}
    >
      <div className="flex flex-col gap-y-2">
        <Label size="small" weight="plus" htmlFor={`${id}-subject`}>
          {t("edit.subject")}
        </Label>
        <Input
          id={`${id}-subject`}
          autoFocus
          value={subject}
          maxLength={MAX_SUBJECT}
          onChange={(event) => change({ subject: event.target.value })}
        />
      </div>
      <div className="flex flex-col gap-y-2">
        <Label size="small" weight="plus" htmlFor={`${id}-body`}>
          {t("edit.body")}
        </Label>
        <Textarea
          id={`${id}-body`}
          rows={14}
          value={body}
          maxLength={MAX_BODY}
          onChange={(event) => change({ body: event.target.value })}
        />
      </div>
      <EmailChanges before={draft} after={text} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button type="button" size="small" variant="secondary" onClick={onDiscard}>
          {t("edit.discard")}
        </Button>
        <Button type="submit" size="small" isLoading={isApproving} disabled={!isComplete}>
          {t("edit.approve")}
        </Button>
      </div>
    </form>
  )
}
