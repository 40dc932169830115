import { Checkbox, Hint, Input, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import {
  asksJudge,
  isOffered,
  isScore,
  THRESHOLD_NAMES,
  toLimit,
  type ThresholdName,
  type ThresholdValues,
} from "../../../lib/playground/threshold-values"

interface ThresholdFieldsProps {
  values: ThresholdValues
  onChange: (values: ThresholdValues) => void
  /** Without checks nothing can be asked of them. */
  hasChecks: boolean
  /** Nor of a judge without one. */
  hasJudge: boolean
}

/** What is asked of a prompt, each with a tick and its limit. */
export const ThresholdFields = ({ values, onChange, ...has }: ThresholdFieldsProps) => {
  const { t } = useTranslation("testSets")
  const id = useId()
  return (
    <fieldset className="flex flex-col gap-y-4" aria-describedby={`${id}-hint`}>
      <legend className="txt-compact-small-plus pb-1">{t("run.thresholds")}</legend>
      <Hint id={`${id}-hint`}>{t("run.thresholdsHint")}</Hint>
      {THRESHOLD_NAMES.map((name) => (
        <Threshold
          key={name}
          name={name}
          value={values[name]}
          isOffered={isOffered(name, has)}
          onChange={(changed) => onChange({ ...values, [name]: changed })}
        />
      ))}
    </fieldset>
  )
}

interface ThresholdProps {
  name: ThresholdName
  value: ThresholdValues[ThresholdName]
  isOffered: boolean
  onChange: (value: ThresholdValues[ThresholdName]) => void
}

const Threshold = ({ name, value, isOffered, onChange }: ThresholdProps) => {
  const { t } = useTranslation("testSets")
  const id = useId()
  const { text } = value
  const isSet = value.isSet && isOffered
  const isWrong = isSet && toLimit(name, text) === null
  const problem = isWrong ? t(isScore(name) ? "run.scoreProblem" : "run.percentProblem") : undefined
  const hint = !isOffered
    ? t(asksJudge(name) ? "run.noJudge" : "run.noChecks")
    : isSet && asksJudge(name)
      ? t("run.judgeHint")
      : undefined
  const said = problem ?? hint
  return (
    <div className="flex flex-col gap-y-1">
      <div className="flex items-center gap-x-2">
        <Checkbox
          id={id}
          checked={isSet}
          disabled={!isOffered}
          onCheckedChange={(is) => onChange({ text, isSet: is === true })}
        />
        <Label size="small" htmlFor={id} className="min-w-0 flex-1">
          {t(`run.limits.${name}`)}
        </Label>
        <div className="w-16 shrink-0">
          <Input
            size="small"
            inputMode="decimal"
            aria-label={t("run.limitOf", { threshold: t(`run.limits.${name}`) })}
            aria-invalid={isWrong}
            aria-describedby={said && `${id}-hint`}
            disabled={!isSet}
            value={text}
            onChange={({ target }) => onChange({ isSet, text: target.value })}
          />
        </div>
        <Text as="span" size="small" className="text-ui-fg-subtle w-4" aria-hidden>
          {isScore(name) ? "" : t("run.percent")}
        </Text>
      </div>
      {said && (
        <Hint id={`${id}-hint`} variant={problem ? "error" : "info"} className="pl-7">
          {said}
        </Hint>
      )}
    </div>
  )
}
