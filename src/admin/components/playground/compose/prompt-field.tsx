import { Hint, Label, Textarea, clx } from "@medusajs/ui"
import { useId, useRef } from "react"
import { toPlaceholder } from "../../../lib/playground/placeholders"
import type { Span } from "../../../lib/playground/prompt-problems"
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
  /** Places to underline, in order. */
  wrong: readonly Span[]
}

/** The prompt, with what it may name offered below: a click writes it where the cursor is. */
export const PromptField = (props: PromptFieldProps) => {
  const { label, hint, value, onChange, inherited, placeholders, wrong } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const underlines = useRef<HTMLDivElement>(null)
  const id = useId()

  const insert = (path: string) => {
    const { current } = field
    if (!current) return
    current.focus()
    const text = toPlaceholder(path)
    current.setRangeText(text, current.selectionStart, current.selectionEnd, "end")
    onChange(current.value)
  }
  const followScroll = () => {
    if (field.current && underlines.current) underlines.current.scrollTop = field.current.scrollTop
  }

  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex flex-col gap-y-2">
        <Label size="small" weight="plus" htmlFor={id}>
          {label}
        </Label>
        <div className="relative">
          <Textarea
            id={id}
            ref={field}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onScroll={followScroll}
            placeholder={inherited}
            rows={12}
            dir="auto"
            maxLength={MAX_LENGTH}
            spellCheck={false}
            aria-invalid={wrong.length > 0}
            aria-describedby={`${id}-hint`}
          />
          {/* The same text over the field, of which only the lines under what is wrong are seen. */}
          <div
            ref={underlines}
            aria-hidden
            className={clx(
              "txt-small pointer-events-none absolute inset-0 overflow-hidden px-2 py-1.5",
              "whitespace-pre-wrap break-words text-transparent"
            )}
          >
            {toParts(value, wrong).map(({ text, isWrong }, place) =>
              isWrong ? (
                <span key={place} className="decoration-ui-fg-error underline decoration-wavy">
                  {text}
                </span>
              ) : (
                text
              )
            )}
          </div>
        </div>
        <Hint id={`${id}-hint`}>{hint}</Hint>
      </div>
      <PlaceholderList paths={placeholders} onChoose={insert} />
    </div>
  )
}

function toParts(text: string, wrong: readonly Span[]): { text: string; isWrong: boolean }[] {
  const parts: { text: string; isWrong: boolean }[] = []
  let at = 0
  for (const { start, end } of wrong) {
    if (start < at) continue
    parts.push({ text: text.slice(at, start), isWrong: false })
    parts.push({ text: text.slice(start, end), isWrong: true })
    at = end
  }
  return [...parts, { text: text.slice(at), isWrong: false }]
}
