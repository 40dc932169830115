import { Button, Input, Label, Textarea, usePrompt } from "@medusajs/ui"
import { useId, useState, type FormEvent, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Email } from "../../../lib/playground/kept"
import { EmailChanges } from "./email-changes"

/** As long as an approved e-mail may be. */
const MAX_SUBJECT = 998
const MAX_BODY = 50_000

interface DraftEditorProps {
  /** What stands without the edit. */
  before: Email
  /** What the fields begin with. */
  initial: Email
  onChange: (text: Email) => void
  isApproving: boolean
  onApprove: () => void
  /** Leaves the editor; what was written is kept. */
  onClose: () => void
  onDiscard: () => void
  /** More that can be done with the text as it stands. */
  renderMore: (text: Email) => ReactNode
}

/** The draft's text as it may be approved, with what differs from the draft marked below. */
export const DraftEditor = (props: DraftEditorProps) => {
  const { before, initial, onChange, isApproving, onApprove, onClose, onDiscard } = props
  const { t } = useTranslation("playground")
  const ask = usePrompt()
  const [text, setText] = useState<Email>({ subject: initial.subject, body: initial.body })
  const { subject, body } = text
  const change = (part: Partial<Email>) => {
    const next = { ...text, ...part }
    setText(next)
    onChange(next)
  }
  const id = useId()
  const isComplete = subject.trim() !== "" && body.trim() !== ""
  const isChanged = subject !== before.subject || body !== before.body
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isComplete && !isApproving) onApprove()
  }
  const discard = async () => {
    const isSure =
      !isChanged ||
      (await ask({
        title: t("edit.discardTitle"),
        description: t("edit.discardText"),
        confirmText: t("edit.discard"),
        cancelText: t("edit.goOn"),
      }))
    if (isSure) onDiscard()
  }
  return (
    <form
      className="flex flex-col gap-y-4"
      onSubmit={submit}
      onKeyDown={(event) => {
        // Later: the key would close the question that it opens.
        if (event.key === "Escape") setTimeout(() => void discard())
        if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) submit(event)
      }}
    >
      <div className="flex flex-col gap-y-2">
        <Label size="small" weight="plus" htmlFor={`${id}-subject`}>
          {t("edit.subject")}
        </Label>
        <Input
          id={`${id}-subject`}
          autoFocus
          dir="auto"
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
          dir="auto"
          rows={14}
          value={body}
          maxLength={MAX_BODY}
          onChange={(event) => change({ body: event.target.value })}
        />
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        {props.renderMore(text)}
        <Button type="button" size="small" variant="transparent" onClick={() => void discard()}>
          {t("edit.discard")}
        </Button>
        {isChanged && (
          <Button type="button" size="small" variant="secondary" onClick={onClose}>
            {t("edit.keep")}
          </Button>
        )}
        <Button type="submit" size="small" isLoading={isApproving} disabled={!isComplete}>
          {t("edit.approve")}
        </Button>
      </div>
      <EmailChanges before={before} after={text} />
    </form>
  )
}
