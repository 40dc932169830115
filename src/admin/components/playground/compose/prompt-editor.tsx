import { Button, Hint, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useReason } from "../../../hooks/common/use-reason"
import type { Composer } from "../../../hooks/use-composer"
import { useSenderOf } from "../../../hooks/use-sender-profiles"
import { isNothingLeft } from "../../../lib/playground/is-nothing-left"
import { isPromptTheMail } from "../../../lib/playground/mail-preview"
import { problemsOf, repair, spanOf } from "../../../lib/playground/prompt-problems"
import type { Campaign } from "../../../lib/playground/types"
import { ComposerLibrary } from "../library/composer-library"
import { PromptProblemList } from "./prompt-problem-list"
import { PromptField } from "./prompt-field"

interface PromptEditorProps {
  campaign: Campaign
  composer: Composer
  placeholders: readonly string[]
}

/** The prompt, who signs, and what keeps it from running. */
export const PromptEditor = ({ campaign, composer, placeholders }: PromptEditorProps) => {
  const { t } = useTranslation("playground")
  const reasonOf = useReason()
  const { prompt, setPrompt, preview } = composer
  const { data: sender } = useSenderOf(campaign)
  const isBlank = prompt.trim() === ""
  // While the field was filled, the last answer was about its own text.
  const inherited =
    preview.data && preview.data.prompt_source !== "request" ? preview.data.prompt : ""
  const problems = problemsOf(preview.error)
  const wrong = problems.map((problem) => spanOf(prompt, problem)).filter((span) => span !== null)
  const isMail = preview.data !== undefined && isPromptTheMail(preview.data)
  return (
    <div className="flex flex-col gap-y-4">
      <PromptField
        label={t(isMail ? "prompt.mailLabel" : "prompt.label")}
        hint={t(isMail ? "prompt.mailHint" : "prompt.hint")}
        value={prompt}
        onChange={setPrompt}
        inherited={inherited}
        placeholders={placeholders}
        wrong={wrong}
      />
      {problems.length > 0 && (
        <PromptProblemList
          problems={problems}
          onRepair={isBlank ? undefined : (problem) => setPrompt(repair(prompt, problem))}
        />
      )}
      {preview.error && problems.length === 0 && !isNothingLeft(preview.error) && (
        <Hint variant="error">{reasonOf(preview.error)}</Hint>
      )}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Text size="small" className="text-ui-fg-subtle">
          {sender ? t("prompt.signs", { name: sender.profile_name }) : t("prompt.noSender")}
        </Text>
        <div className="flex flex-wrap gap-2">
          <ComposerLibrary campaignId={campaign.id} composer={composer} />
          {isBlank ? (
            <Button
              size="small"
              variant="secondary"
              disabled={!inherited}
              onClick={() => setPrompt(inherited)}
            >
              {t("prompt.startFrom")}
            </Button>
          ) : (
            <Button size="small" variant="secondary" onClick={() => setPrompt("")}>
              {t("prompt.clear")}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}
