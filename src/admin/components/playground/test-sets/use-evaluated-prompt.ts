import { useTranslation } from "react-i18next"
import { useEvaluatedTexts } from "../../../hooks/use-evaluations"
import { useNamedPrompts } from "../../../hooks/use-prompt-library"
import type { Evaluation } from "../../../lib/playground/evaluation-types"
import { firstWords } from "../../../lib/playground/first-words"

/** A campaign has hardly more. */
const KNOWN = 100

export interface EvaluatedPrompt {
  name: string
  /** The named prompt has another current version by now. */
  isEarlier: boolean
}

/** What the prompts of these evaluations are called: by name, else by their first words. */
export function useEvaluatedPrompt(campaignId: string, evaluations: readonly Evaluation[]) {
  const { t } = useTranslation("testSets")
  const kept = useNamedPrompts(campaignId, { offset: 0, limit: KNOWN })
  const archived = useNamedPrompts(campaignId, { archived: true, offset: 0, limit: KNOWN })
  const named = [kept, archived].flatMap(({ data }) => data?.prompts ?? [])
  const texts = useEvaluatedTexts(
    campaignId,
    evaluations.filter(({ prompt_id }) => prompt_id === null)
  )
  return ({ prompt_id, prompt_version_hash }: Evaluation): EvaluatedPrompt => {
    if (prompt_id === null) {
      const text = texts.get(prompt_version_hash)
      return { name: text ? firstWords(text) : t("results.unsaved"), isEarlier: false }
    }
    const prompt = named.find(({ id }) => id === prompt_id)
    return {
      name: prompt?.name ?? t("results.archivedPrompt"),
      isEarlier: prompt !== undefined && prompt.current_version_hash !== prompt_version_hash,
    }
  }
}
