import { Kbd, Prompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

const KEYS = ["j", "k", "a", "u", "r", "e", "+", "-", "1–5", "?"] as const
const NAMES = {
  j: "j",
  k: "k",
  a: "a",
  u: "u",
  r: "r",
  e: "e",
  "+": "good",
  "-": "bad",
  "1–5": "score",
  "?": "help",
} as const

interface KeyboardHelpProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Which key does what. */
export const KeyboardHelp = ({ isOpen, onOpenChange }: KeyboardHelpProps) => {
  const { t } = useTranslation("playground")
  return (
    <Prompt open={isOpen} onOpenChange={onOpenChange} variant="confirmation">
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("keys.title")}</Prompt.Title>
          <Prompt.Description>{t("keys.description")}</Prompt.Description>
        </Prompt.Header>
        <dl className="txt-compact-small flex flex-col gap-y-3 px-6 pt-6">
          {KEYS.map((key) => (
            <div key={key} className="flex items-center justify-between">
              <dt className="order-2">
                <Kbd className="uppercase">{key}</Kbd>
              </dt>
              <dd>{t(`keys.${NAMES[key]}`)}</dd>
            </div>
          ))}
        </dl>
        <Prompt.Footer>
          <Prompt.Cancel>{t("keys.close")}</Prompt.Cancel>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
