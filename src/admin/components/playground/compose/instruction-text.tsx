import { useTranslation } from "react-i18next"
import { markFacts } from "../../../lib/playground/mark-facts"
import type { Preview } from "../../../lib/playground/types"

/** What the model is asked, in words; what comes from the lead or the sender is marked. */
export const InstructionText = (props: { instruction: NonNullable<Preview["instruction"]> }) => {
  const { t } = useTranslation("playground")
  return (
    <div dir="auto" className="txt-small whitespace-pre-wrap break-words">
      {markFacts(props.instruction).map(({ text, name }, place) =>
        name === undefined ? (
          text
        ) : (
          <mark
            key={place}
            title={name}
            className="bg-ui-tag-blue-bg text-ui-tag-blue-text rounded-sm px-0.5"
          >
            {text || t("preview.blank", { name })}
          </mark>
        )
      )}
    </div>
  )
}
