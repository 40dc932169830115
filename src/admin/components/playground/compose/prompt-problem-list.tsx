import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useWords } from "../../../hooks/common/use-words"
import type { PromptProblem } from "../../../lib/playground/prompt-problems"

interface PromptProblemListProps {
  problems: readonly PromptProblem[]
  /** Undefined: the prompt is not in this field. */
  onRepair?: (problem: PromptProblem) => void
}

/** What keeps the prompt from running, each with one click to mend it where that is known. */
export const PromptProblemList = ({ problems, onRepair }: PromptProblemListProps) => {
  const { t } = useTranslation("playground")
  const wordsOf = useWords("problems")
  return (
    <Alert variant="error" role="alert">
      <p className="txt-compact-small-plus">{t("problems.title")}</p>
      <ul className="flex flex-col gap-y-2 pt-1">
        {problems.map((problem) => {
          const { line, column, code, name, text, suggestion, message = "" } = problem
          const words = wordsOf({ code, params: { name, text }, message })
          return (
            <li key={`${line}:${column}`} className="flex flex-wrap items-center gap-2 break-words">
              <span>{t("problems.at", { line, problem: words })}</span>
              {suggestion !== null && onRepair && (
                <Button
                  type="button"
                  size="small"
                  variant="secondary"
                  onClick={() => onRepair(problem)}
                >
                  {t("problems.repair", { suggestion })}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Alert>
  )
}
