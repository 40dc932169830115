import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import {
  useSendingActions,
  useTransports,
  type SendingSettings,
} from "../../../../hooks/use-sending"
import {
  findSendingProblems,
  toSendingChange,
  toSendingForm,
  type SendingForm,
} from "../../../../lib/playground/sending-form"
import { Choice } from "../../../common/choice"
import { Field } from "../../../common/field"
import { FormDrawer } from "../../../common/form-drawer"
import { useTransportName } from "../use-transport-name"
import { CheckField } from "./check-field"
import { HoursFields } from "./hours-fields"
import { NumberInput } from "./number-input"
import { useProblemWords } from "./use-problem-words"

/** A select has no value that is nothing. */
const DEFAULT = "default:"

interface SendingFormDrawerProps {
  campaignId: string
  settings: SendingSettings
  onClose: () => void
}

/** How a campaign sends: through what, when, how fast, and who may press Send. */
export const SendingFormDrawer = ({ campaignId, settings, onClose }: SendingFormDrawerProps) => {
  const { t } = useTranslation("sending")
  const [form, setForm] = useState<SendingForm>(() => toSendingForm(settings))
  const { data: transports = [] } = useTransports()
  const nameOf = useTransportName()
  const wordsOf = useProblemWords()
  const { saveSettings } = useSendingActions(campaignId)
  const problems = findSendingProblems(form)
  const change = toSendingChange(form, settings)
  const isSound = Object.keys(problems).length === 0
  const set = (part: Partial<SendingForm>) => setForm({ ...form, ...part })
  const onSave = () =>
    saveSettings.mutate(change, {
      onSuccess: () => {
        toast.success(t("settings.saved"))
        onClose()
      },
    })
  const standard = transports.find(({ is_default }) => is_default)
  const numberField = (
    name:
      | "daily_limit"
      | "per_domain_hourly_limit"
      | "min_interval_seconds"
      | "jitter_seconds"
      | "undo_seconds"
  ) => (
    <NumberInput
      name={name}
      value={form[name]}
      onChange={(value) => set({ [name]: value })}
      problem={problems[name]}
    />
  )
  return (
    <FormDrawer
      title={t("settings.title")}
      onClose={onClose}
      onSave={onSave}
      isSaving={saveSettings.isPending}
      error={saveSettings.error}
      canSave={isSound && Object.keys(change).length > 0}
    >
      <Field label={t("settings.transport")} hint={t("settings.transportHint")}>
        {(id) => (
          <Choice
            id={id}
            value={form.transport ?? DEFAULT}
            onChange={(value) => set({ transport: value === DEFAULT ? null : value })}
            options={[
              {
                value: DEFAULT,
                label: standard
                  ? t("settings.standard", { name: nameOf(standard.id) })
                  : t("settings.standardUnknown"),
              },
              ...transports.map(({ id: value }) => ({ value, label: nameOf(value) })),
            ]}
          />
        )}
      </Field>
      <HoursFields form={form} onChange={set} problems={problems} />
      {numberField("daily_limit")}
      {numberField("per_domain_hourly_limit")}
      {numberField("min_interval_seconds")}
      {numberField("jitter_seconds")}
      {numberField("undo_seconds")}
      <CheckField
        label={t("settings.four_eyes")}
        hint={t("settings.fourEyesHint")}
        checked={form.four_eyes}
        onChange={(four_eyes) => set({ four_eyes })}
      />
      <CheckField
        label={t("settings.html")}
        hint={t("settings.htmlHint")}
        checked={form.html}
        onChange={(html) => set({ html })}
      />
      {!isSound && (
        <p role="status" className="sr-only">
          {Object.values(problems).map(wordsOf).join(" ")}
        </p>
      )}
    </FormDrawer>
  )
}
