import { XMarkMini } from "@medusajs/icons"
import { Button, Hint, IconButton, Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Fact } from "./facts"

interface FactsFieldsProps {
  facts: Fact[]
  onChange: (facts: Fact[]) => void
}

/** Rows of name and value: what prompts may say of the sender. */
export const FactsFields = ({ facts, onChange }: FactsFieldsProps) => {
  const { t } = useTranslation("outreach")
  const set = (place: number, change: Partial<Fact>) =>
    onChange(facts.map((fact, at) => (at === place ? { ...fact, ...change } : fact)))
  return (
    <fieldset className="flex flex-col gap-y-2">
      <legend className="txt-compact-small-plus pb-2">{t("senders.facts")}</legend>
      {facts.map(({ name, value }, index) => {
        const place = index + 1
        return (
          <div key={index} className="flex items-center gap-x-2">
            <Input
              size="small"
              aria-label={t("senders.factName", { place })}
              placeholder="name"
              value={name}
              onChange={(event) => set(index, { name: event.target.value })}
            />
            <Input
              size="small"
              aria-label={t("senders.factValue", { place })}
              value={value}
              onChange={(event) => set(index, { value: event.target.value })}
            />
            <IconButton
              type="button"
              size="small"
              variant="transparent"
              aria-label={t("senders.removeFact", { place })}
              onClick={() => onChange(facts.filter((_, at) => at !== index))}
            >
              <XMarkMini />
            </IconButton>
          </div>
        )
      })}
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="self-start"
        onClick={() => onChange([...facts, { name: "", value: "" }])}
      >
        {t("senders.addFact")}
      </Button>
      <Hint>{t("senders.factsHint", { example: "{{ sender.name }}" })}</Hint>
    </fieldset>
  )
}
