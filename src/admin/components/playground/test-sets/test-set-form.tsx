import { Button, Input } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useTestSetActions, type TestSetBody } from "../../../hooks/use-test-sets"
import type { TestSet } from "../../../lib/playground/evaluation-types"
import { MAX_LEADS, parseLeadCount } from "../../../lib/playground/lead-count"
import { Choice } from "../../common/choice"
import { Field } from "../../common/field"
import { FormDrawer } from "../../common/form-drawer"
import { LeadPicker } from "../compose/lead-picker"
import { StepField } from "../compose/step-field"

const SOURCES = ["sample", "leads", "bundled"] as const
type Source = (typeof SOURCES)[number]

const DEFAULT_SAMPLE = "20"
/** As the server has it. */
const MAX_NAME = 120

interface TestSetFormProps {
  campaignId: string
  steps: readonly number[]
  /** Where the choice of the step begins. */
  stepIndex: number
  /** Which leads it begins with. */
  source: Source
  onCreated: (testSet: TestSet) => void
  onClose: () => void
}

/** Which leads a test set is made of, and what it is called. */
export const TestSetForm = (props: TestSetFormProps) => {
  const { campaignId, steps, onCreated, onClose } = props
  const { t } = useTranslation("testSets")
  const { create } = useTestSetActions(campaignId)
  const [source, setSource] = useState<Source>(props.source)
  const [stepIndex, setStepIndex] = useState(props.stepIndex)
  const [sample, setSample] = useState(DEFAULT_SAMPLE)
  const [picked, setPicked] = useState<readonly string[]>([])
  const [isPicking, setPicking] = useState(false)
  /** Null: what the leads suggest. */
  const [typed, setTyped] = useState<string | null>(null)
  const n = parseLeadCount(sample)
  const name = typed ?? t(`form.names.${source}`, { count: n ?? 0 })
  const body = toBody(name.trim(), source, stepIndex, n, picked)
  return (
    <FormDrawer
      title={t("form.title")}
      onClose={onClose}
      onSave={() =>
        body && create.mutate(body, { onSuccess: ({ test_set }) => onCreated(test_set) })
      }
      isSaving={create.isPending}
      error={create.error}
      canSave={body !== null}
      saveLabel={t("create")}
    >
      <Field label={t("form.source")} hint={t(`form.sourceHints.${source}`)}>
        {(id) => (
          <Choice
            id={id}
            value={source}
            onChange={(value) => setSource(SOURCES.find((known) => known === value) ?? source)}
            options={SOURCES.map((known) => ({
              value: known,
              label: t(`form.sources.${known}`),
            }))}
          />
        )}
      </Field>
      {source !== "bundled" && steps.length > 1 && (
        <StepField
          steps={steps}
          value={stepIndex}
          onChange={(step) => {
            setStepIndex(step)
            setPicked([])
          }}
        />
      )}
      {source === "sample" && (
        <Field label={t("form.count")} problem={n === null ? t("form.countProblem") : undefined}>
          {(id, hintId) => (
            <Input
              id={id}
              type="number"
              inputMode="numeric"
              min={1}
              max={MAX_LEADS}
              value={sample}
              aria-invalid={n === null}
              aria-describedby={n === null ? hintId : undefined}
              onChange={({ target }) => setSample(target.value)}
            />
          )}
        </Field>
      )}
      {source === "leads" && (
        <div>
          <Button type="button" size="small" variant="secondary" onClick={() => setPicking(true)}>
            {picked.length === 0 ? t("form.pick") : t("form.picked", { count: picked.length })}
          </Button>
        </div>
      )}
      <Field
        label={t("form.name")}
        hint={`${t("form.nameHint")} ${source === "bundled" ? "" : t("form.frozen")}`.trim()}
      >
        {(id, hintId) => (
          <Input
            id={id}
            aria-describedby={hintId}
            maxLength={MAX_NAME}
            value={name}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
      </Field>
      {isPicking && (
        <LeadPicker
          campaignId={campaignId}
          stepIndex={stepIndex}
          initial={picked}
          onPick={setPicked}
          onClose={() => setPicking(false)}
        />
      )}
    </FormDrawer>
  )
}

/** Null: something is missing. */
function toBody(
  name: string,
  source: Source,
  step_index: number,
  n: number | null,
  picked: readonly string[]
): TestSetBody | null {
  if (name === "") return null
  switch (source) {
    case "bundled":
      return { name, bundled: "hostile" }
    case "sample":
      return n === null ? null : { name, sample: { n }, step_index }
    case "leads":
      return picked.length === 0 ? null : { name, campaign_lead_ids: picked, step_index }
  }
}
