import { Hint, Label, Textarea } from "@medusajs/ui"
import { useId, useRef } from "react"
import { toPlaceholder } from "../../../lib/playground/placeholders"
import { PlaceholderList } from "./placeholder-list"

const MAX_LENGTH = 32_000

interface PromptFieldProps {
  label: string
  hint: string
  value: string
  onChange: (value: string) => void
  /** The prompt that a blank field stands for. */
  inherited: string
  placeholders: readonly string[]
}

/** The prompt, with what it may name offered below: a click writes it where the cursor is. */
export const PromptField = (props: PromptFieldProps) => {
  const { label, hint, value, onChange, inherited, placeholders } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()

  const insert = (path: string) => {
    const { current } = field
    if (!current) return
    current.focus()
    const text = toPlaceholder(path)
    current.setRangeText(text, current.selectionStart, current.selectionEnd, "end")
    onChange(current.value)
  }

  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex flex-col gap-y-2">
        <Label size="small" weight="plus" htmlFor={id}>
          {label}
        </Label>
        <Textarea
          id={id}
          ref={field}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          placeholder={inherited}
          rows={12}
          dir="auto"
          maxLength={MAX_LENGTH}
          spellCheck={false}
          aria-describedby={`${id}-hint`}
        />
        <Hint id={`${id}-hint`}>{hint}</Hint>
      </div>
      <PlaceholderList paths={placeholders} onChoose={insert} />
    </div>
  )
}
