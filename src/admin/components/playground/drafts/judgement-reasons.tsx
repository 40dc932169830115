import { XMarkMini } from "@medusajs/icons"
import { Badge, Input } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"

/** The server takes no more. */
const MOST = 10

interface JudgementReasonsProps {
  reasons: readonly string[]
  onChange: (reasons: string[]) => void
}

/** Why, in a person's own words: Enter adds one. */
export const JudgementReasons = ({ reasons, onChange }: JudgementReasonsProps) => {
  const { t } = useTranslation("verdict")
  const [typed, setTyped] = useState("")
  const add = (event: FormEvent) => {
    event.preventDefault()
    const reason = typed.trim()
    if (reason === "") return
    setTyped("")
    if (!reasons.includes(reason)) onChange([...reasons, reason])
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      {reasons.map((reason) => (
        <Badge key={reason} size="small" className="max-w-full gap-x-1">
          <span className="truncate">{reason}</span>
          <button
            type="button"
            aria-label={t("judgement.removeReason", { reason })}
            onClick={() => onChange(reasons.filter((other) => other !== reason))}
          >
            <XMarkMini />
          </button>
        </Badge>
      ))}
      {reasons.length < MOST && (
        <form onSubmit={add} className="w-full sm:w-60">
          <Input
            size="small"
            aria-label={t("judgement.reason")}
            placeholder={t("judgement.reasonHint")}
            maxLength={200}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </form>
      )}
    </div>
  )
}
