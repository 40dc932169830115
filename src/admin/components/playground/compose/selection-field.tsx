import { Label, Select } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import type { LeadSelection } from "../../../hooks/use-lead-selection"
import { isNamed, SELECTIONS } from "../../../lib/playground/lead-selection"

interface SelectionFieldProps {
  leads: LeadSelection
  /** Opens the list to choose from. */
  onPick: () => void
}

/** Which leads, in words with counts. What there is nobody for is not offered. */
export const SelectionField = ({ leads, onPick }: SelectionFieldProps) => {
  const { t } = useTranslation("playground")
  const format = useFormat()
  const id = useId()
  const { counts, selection } = leads
  const choose = (value: string) => {
    const next = SELECTIONS.find((name) => name === value)
    if (next === "these") onPick()
    else if (next) leads.choose(next)
  }
  const offered = SELECTIONS.filter(
    (name) => name === "these" || name === selection || counts[name] !== 0
  )
  const number = Number(leads.leadCount) || 0
  return (
    <div className="flex min-w-0 flex-col gap-y-2">
      <Label size="small" weight="plus" id={id}>
        {t("selection.label")}
      </Label>
      <Select value={selection} onValueChange={choose}>
        <Select.Trigger aria-labelledby={id} className="[&>span]:truncate [&>svg]:shrink-0">
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {offered.map((name) => {
            const count = counts[name] ?? 0
            return (
              <Select.Item key={name} value={name}>
                {t(name === "these" && count === 0 ? "selection.pick" : `selection.${name}`, {
                  count: isNamed(name) ? count : Math.min(number, count),
                  total: format.number(count),
                })}
              </Select.Item>
            )
          })}
        </Select.Content>
      </Select>
    </div>
  )
}
