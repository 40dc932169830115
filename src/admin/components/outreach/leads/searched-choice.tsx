import { Input } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSettled } from "../../../hooks/common/use-settled"
import { Choice } from "../../common/choice"
import { Field } from "../../common/field"
import { ErrorNotice } from "../../common/error-notice"

interface Option {
  value: string
  label: string
}

interface SearchedChoiceProps {
  label: string
  /** Blank: any. */
  value: string
  onChange: (value: string) => void
  /** Options whose name has what is searched for, and how many there are. */
  useOptions: (q: string) => {
    data: { options: Option[]; count: number } | undefined
    error: Error | null
  }
}

/** More than these are not looked through without a search. */
const FEW = 10
const ANY = "any"

/** One of many, found by its name; what was chosen stays, whatever is searched for afterwards. */
export const SearchedChoice = ({ label, value, onChange, useOptions }: SearchedChoiceProps) => {
  const { t } = useTranslation("outreach")
  const [search, setSearch] = useState("")
  const [chosen, setChosen] = useState<Option | null>(null)
  const q = useSettled(search.trim())
  const { data, error } = useOptions(q)
  const found = data?.options ?? []
  const options =
    chosen && !found.some((one) => one.value === chosen.value) ? [chosen, ...found] : found
  if (error) return <ErrorNotice title={label} error={error} />
  return (
    <Field label={label}>
      {(id) => (
        <>
          {(search !== "" || (data?.count ?? 0) > FEW) && (
            <Input
              size="small"
              aria-label={`${label}: ${t("search")}`}
              placeholder={t("search")}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          )}
          <Choice
            id={id}
            label={label}
            value={value || ANY}
            onChange={(next) => {
              setChosen(options.find((one) => one.value === next) ?? null)
              onChange(next === ANY ? "" : next)
            }}
            options={[{ value: ANY, label: t("customers.any") }, ...options]}
          />
        </>
      )}
    </Field>
  )
}
