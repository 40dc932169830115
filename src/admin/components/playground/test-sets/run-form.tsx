import { Textarea, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSettled } from "../../../hooks/common/use-settled"
import {
  useEvaluatePrompt,
  useEvaluationPreview,
  type EvaluationBody,
} from "../../../hooks/use-evaluations"
import { useNamedPrompts } from "../../../hooks/use-prompt-library"
import type { TestSet } from "../../../lib/playground/evaluation-types"
import { problemsOf, repair } from "../../../lib/playground/prompt-problems"
import {
  asksJudge,
  newThresholds,
  onlyOffered,
  THRESHOLD_NAMES,
  toThresholds,
} from "../../../lib/playground/threshold-values"
import { Choice } from "../../common/choice"
import { Field } from "../../common/field"
import { FormDrawer } from "../../common/form-drawer"
import { PromptProblemList } from "../compose/prompt-problem-list"
import { StepField } from "../compose/step-field"
import { RunEstimate } from "./run-estimate"
import { ThresholdFields } from "./threshold-fields"

/** So many named prompts are offered. */
const OFFERED = 100
/** As the server has it. */
const MAX_PROMPT = 32_000
const CAMPAIGNS = "campaign"
const OWN = "own"

interface RunFormProps {
  campaignId: string
  testSet: TestSet
  steps: readonly number[]
  /** Where the choice of the step begins. */
  stepIndex: number
  /** Where a prompt that is written begins: what stands in the editor. */
  written: string
  hasChecks: boolean
  onStarted: () => void
  onClose: () => void
}

/** Which prompt runs against a set, and what it has to reach. */
export const RunForm = (props: RunFormProps) => {
  const { campaignId, testSet, steps, hasChecks, onStarted, onClose } = props
  const { t } = useTranslation("testSets")
  const run = useEvaluatePrompt(campaignId)
  const [chosen, setChosen] = useState(props.written.trim() === "" ? CAMPAIGNS : OWN)
  const [text, setText] = useState(props.written)
  const [stepIndex, setStepIndex] = useState(props.stepIndex)
  const [values, setValues] = useState(() => newThresholds(hasChecks))
  const { data: named } = useNamedPrompts(campaignId, { offset: 0, limit: OFFERED })
  const isNamed = chosen !== OWN && chosen !== CAMPAIGNS
  const custom_prompt = chosen === OWN ? text : undefined
  const asked = {
    test_set_id: testSet.id,
    step_index: stepIndex,
    ...(custom_prompt !== undefined && { custom_prompt }),
    ...(isNamed && { prompt_id: chosen }),
  }
  const preview = useEvaluationPreview(campaignId, useSettled(asked))
  /** Until it is known, nothing is withheld. */
  const hasJudge = preview.data?.judge !== null
  const offered = onlyOffered(values, { hasChecks, hasJudge })
  const thresholds = toThresholds(offered)
  const problems = chosen === OWN ? problemsOf(run.error ?? preview.error) : []
  const isWritten = chosen !== OWN || text.trim() !== ""
  const start = () => {
    if (thresholds === null || !isWritten) return
    const body: EvaluationBody = { ...asked, thresholds }
    run.mutate(body, {
      onSuccess: () => {
        toast.success(t("run.started"))
        onStarted()
      },
    })
  }
  return (
    <FormDrawer
      title={t("run.title", { name: testSet.name })}
      onClose={onClose}
      onSave={start}
      isSaving={run.isPending}
      error={problems.length > 0 ? null : run.error}
      failure={t("run.notStarted")}
      canSave={thresholds !== null && isWritten}
      saveLabel={t("run.start")}
    >
      <Field label={t("run.prompt")}>
        {(id) => (
          <Choice
            id={id}
            value={chosen}
            onChange={(value) => {
              run.reset()
              setChosen(value)
            }}
            options={[
              { value: CAMPAIGNS, label: t("run.campaigns") },
              { value: OWN, label: t("run.own") },
              ...(named?.prompts ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </Field>
      {chosen === OWN && (
        <Field label={t("run.text")} hint={t("run.textHint")}>
          {(id, hintId) => (
            <Textarea
              id={id}
              rows={6}
              dir="auto"
              maxLength={MAX_PROMPT}
              spellCheck={false}
              aria-describedby={hintId}
              aria-invalid={problems.length > 0}
              value={text}
              onChange={({ target }) => {
                run.reset()
                setText(target.value)
              }}
            />
          )}
        </Field>
      )}
      {chosen !== OWN && preview.data && (
        <div
          dir="auto"
          tabIndex={0}
          role="region"
          aria-label={t("run.text")}
          className="bg-ui-bg-subtle txt-small -mt-4 max-h-40 shrink-0 overflow-y-auto whitespace-pre-wrap break-words rounded p-3"
        >
          {preview.data.prompt}
        </div>
      )}
      {problems.length > 0 && (
        <PromptProblemList
          problems={problems}
          onRepair={(problem) => {
            run.reset()
            setText(repair(text, problem))
          }}
        />
      )}
      {steps.length > 1 && <StepField steps={steps} value={stepIndex} onChange={setStepIndex} />}
      <ThresholdFields
        values={values}
        onChange={setValues}
        hasChecks={hasChecks}
        hasJudge={hasJudge}
      />
      {preview.data && problems.length === 0 && (
        <RunEstimate
          preview={preview.data}
          isJudged={THRESHOLD_NAMES.some((name) => asksJudge(name) && offered[name].isSet)}
        />
      )}
    </FormDrawer>
  )
}
