import { useTranslation } from "react-i18next"
import type { JudgedPair } from "../../../lib/playground/verdict-types"
import { LETTERS } from "./use-verdict-words"

/** What the judge said of a pair in each of the two orders. */
export const JudgedPairReasons = ({ judge }: { judge: NonNullable<JudgedPair["judge"]> }) => {
  const { t } = useTranslation("judge")
  return (
    <details className="txt-small">
      <summary className="text-ui-fg-subtle w-fit cursor-pointer">{t("pairs.why")}</summary>
      <ul className="mt-1 flex flex-col gap-y-1">
        {judge.calls.map(({ shown_first, choice, reason }) => (
          <li key={shown_first} className="break-words">
            <span className="text-ui-fg-subtle">
              {t("pairs.order", {
                name: LETTERS[shown_first === "first" ? 0 : 1],
                choice: t(`pairs.choice.${choice}`),
              })}
            </span>{" "}
            <span dir="auto">{reason}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
