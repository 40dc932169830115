import { Input, Textarea } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { CheckType, CheckValues } from "../../../lib/playground/check-values"
import { Choice } from "../../common/choice"
import { Field } from "../../common/field"

interface CheckFieldsProps {
  values: CheckValues
  onChange: (changed: Partial<CheckValues>) => void
}

type Shown = "part" | "min" | "max" | "text" | "lines" | "language" | "words"

const SHOWN: Readonly<Record<CheckType, readonly Shown[]>> = {
  words: ["part", "min", "max"],
  characters: ["part", "min", "max"],
  contains: ["part", "text"],
  not_contains: ["part", "text"],
  matches: ["part", "text"],
  not_matches: ["part", "text"],
  language: ["language"],
  reading_level: ["max"],
  links: ["max", "lines"],
  names_company: [],
  one_question: [],
  avoid: ["lines"],
  unlike_others: ["words"],
}

/** Those that drafts are told to be in by the same means as flags. */
const LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "da", "sv", "no", "fi", "pl", "cs"]

/** What a kind of check asks for. */
export const CheckFields = ({ values, onChange }: CheckFieldsProps) => {
  const { t, i18n } = useTranslation("verdict")
  const { type } = values
  const isCounted = type === "words" || type === "characters"
  const isPattern = type === "matches" || type === "not_matches"
  const parts = isCounted ? (["subject", "body"] as const) : (["subject", "body", "mail"] as const)
  const names = new Intl.DisplayNames([i18n.language], { type: "language" })
  const languages = LANGUAGES.includes(values.language)
    ? LANGUAGES
    : [values.language, ...LANGUAGES]
  const labelOf = (field: Shown) =>
    field === "lines"
      ? t(type === "links" ? "checks.fields.hosts" : "checks.fields.phrases")
      : field === "text" && isPattern
        ? t("checks.fields.pattern")
        : t(`checks.fields.${field}`)
  return (
    <>
      {SHOWN[type].map((field) => (
        <Field
          key={field}
          label={labelOf(field)}
          isOptional={field === "lines" && type === "links"}
        >
          {(id) => {
            switch (field) {
              case "part":
                return (
                  <Choice
                    id={id}
                    value={values.part}
                    onChange={(value) =>
                      onChange({ part: parts.find((part) => part === value) ?? values.part })
                    }
                    options={parts.map((part) => ({
                      value: part,
                      label: t(`checks.partNames.${part}`),
                    }))}
                  />
                )
              case "language":
                return (
                  <Choice
                    id={id}
                    value={values.language}
                    onChange={(language) => onChange({ language })}
                    options={languages.map((code) => ({
                      value: code,
                      label: names.of(code) ?? code,
                    }))}
                  />
                )
              case "lines":
                return (
                  <Textarea
                    id={id}
                    rows={5}
                    value={values.lines}
                    onChange={(event) => onChange({ lines: event.target.value })}
                  />
                )
              case "text":
                return (
                  <Input
                    id={id}
                    maxLength={isPattern ? 500 : 200}
                    value={values.text}
                    onChange={(event) => onChange({ text: event.target.value })}
                  />
                )
              case "min":
              case "max":
              case "words":
                return (
                  <Input
                    id={id}
                    inputMode="numeric"
                    value={values[field]}
                    onChange={(event) => onChange({ [field]: event.target.value })}
                  />
                )
            }
          }}
        </Field>
      ))}
    </>
  )
}
