import { useTranslation } from "react-i18next"
import { toVerdictWords } from "../../../lib/playground/verdict-words"

export { LETTERS } from "../../../lib/playground/verdict-words"

/** A comparison in one sentence, and what stands below it. */
export function useVerdictWords() {
  const { t } = useTranslation("verdict")
  return toVerdictWords(t)
}
