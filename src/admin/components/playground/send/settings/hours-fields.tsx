import { Button, Checkbox, Hint, Input, Label } from "@medusajs/ui"
import { useId, useMemo } from "react"
import { useTranslation } from "react-i18next"
import {
  DAYS,
  type SendingForm,
  type SendingProblems,
} from "../../../../lib/playground/sending-form"
import { Field } from "../../../common/field"
import { useProblemWords } from "./use-problem-words"

interface HoursFieldsProps {
  form: SendingForm
  onChange: (part: Partial<SendingForm>) => void
  problems: SendingProblems
}

/** A Monday: the names of the days are the language's own. */
const MONDAY = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000

/** On which days, between which hours, by which clock. */
export const HoursFields = ({ form, onChange, problems }: HoursFieldsProps) => {
  const { t, i18n } = useTranslation("sending")
  const wordsOf = useProblemWords()
  const id = useId()
  const zones = useMemo(() => Intl.supportedValuesOf("timeZone"), [])
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const { hours } = problems
  const dayName = (place: number) =>
    new Intl.DateTimeFormat(i18n.language, { weekday: "short", timeZone: "UTC" }).format(
      MONDAY + place * DAY_MS
    )
  return (
    <>
      <fieldset aria-describedby={`${id}-days`}>
        <legend className="txt-compact-small-plus pb-2">{t("settings.days")}</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          {DAYS.map((day, place) => (
            <div key={day} className="flex items-center gap-x-2">
              <Checkbox
                id={`${id}-${day}`}
                checked={form.days.includes(day)}
                onCheckedChange={(is) =>
                  onChange({
                    days: DAYS.filter((one) =>
                      one === day ? is === true : form.days.includes(one)
                    ),
                  })
                }
              />
              <Label size="small" htmlFor={`${id}-${day}`}>
                {dayName(place)}
              </Label>
            </div>
          ))}
        </div>
        {problems.days && (
          <Hint id={`${id}-days`} variant="error">
            {wordsOf(problems.days)}
          </Hint>
        )}
      </fieldset>
      <div className="flex flex-col gap-y-2">
        <div className="grid grid-cols-2 gap-x-3">
          {(["from", "to"] as const).map((name) => (
            <Field key={name} label={t(`settings.${name}`)}>
              {(inputId) => (
                <Input
                  id={inputId}
                  type="time"
                  required
                  aria-invalid={hours !== undefined}
                  aria-describedby={`${id}-hours`}
                  value={form[name]}
                  onChange={({ target }) => onChange({ [name]: target.value })}
                />
              )}
            </Field>
          ))}
        </div>
        <Hint id={`${id}-hours`} variant={hours ? "error" : "info"}>
          {hours ? wordsOf(hours) : t("hints.hours")}
        </Hint>
      </div>
      <Field
        label={t("settings.time_zone")}
        hint={t("hints.time_zone")}
        problem={problems.time_zone && wordsOf(problems.time_zone)}
      >
        {(inputId, hintId) => (
          <>
            <Input
              id={inputId}
              list={`${id}-zones`}
              aria-invalid={problems.time_zone !== undefined}
              aria-describedby={hintId}
              value={form.time_zone}
              onChange={({ target }) => onChange({ time_zone: target.value })}
            />
            <datalist id={`${id}-zones`}>
              {zones.map((zone) => (
                <option key={zone} value={zone} />
              ))}
            </datalist>
            {form.time_zone !== own && (
              <Button
                type="button"
                size="small"
                variant="secondary"
                className="self-start"
                onClick={() => onChange({ time_zone: own })}
              >
                {t("settings.ownZone", { zone: own })}
              </Button>
            )}
          </>
        )}
      </Field>
    </>
  )
}
