import { Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { NumberField, SendingProblem } from "../../../../lib/playground/sending-form"
import { Field } from "../../../common/field"
import { useProblemWords } from "./use-problem-words"

interface NumberInputProps {
  name: NumberField
  value: string
  onChange: (value: string) => void
  problem: SendingProblem | undefined
}

/** A whole number of a setting; what is wrong with it stands where its hint was. */
export const NumberInput = ({ name, value, onChange, problem }: NumberInputProps) => {
  const { t } = useTranslation("sending")
  const wordsOf = useProblemWords()
  return (
    <Field
      label={t(`settings.${name}`)}
      hint={t(`hints.${name}`)}
      problem={problem && wordsOf(problem)}
    >
      {(id, hintId) => (
        <Input
          id={id}
          inputMode="numeric"
          aria-invalid={problem !== undefined}
          aria-describedby={hintId}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}
