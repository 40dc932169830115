import { Button, Kbd, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Side } from "../../../hooks/use-blind-judging"
import type { BlindPair as Pair } from "../../../lib/playground/verdict-types"

interface BlindPairProps {
  pair: Pair
  onChoose: (side: Side) => void
}

const SIDES = ["left", "right"] as const
const BUTTONS = [
  { side: "left", key: "←" },
  { side: "equal", key: "↓" },
  { side: "right", key: "→" },
] as const

/** Two mails beside each other, on a phone below each other, and the three answers. */
export const BlindPair = ({ pair, onChoose }: BlindPairProps) => {
  const { t } = useTranslation("verdict")
  return (
    <>
      <div className="grid min-h-0 flex-1 auto-rows-min grid-cols-1 gap-4 overflow-y-auto p-4 sm:px-6 md:auto-rows-auto md:grid-cols-2">
        {SIDES.map((side) => (
          <section
            key={side}
            aria-label={t(`blind.texts.${side}`)}
            tabIndex={0}
            className="bg-ui-bg-subtle flex min-w-0 flex-col gap-y-2 rounded-lg border p-4 md:overflow-y-auto"
          >
            <Text size="xsmall" className="text-ui-fg-subtle">
              {t(`blind.texts.${side}`)}
            </Text>
            <Text weight="plus" dir="auto" className="break-words">
              {pair[side].subject}
            </Text>
            <div dir="auto" className="txt-medium whitespace-pre-wrap break-words">
              {pair[side].body}
            </div>
          </section>
        ))}
      </div>
      <div className="grid grid-cols-3 gap-2 border-t p-4 sm:px-6">
        {BUTTONS.map(({ side, key }) => (
          <Button
            key={side}
            size="large"
            className="w-full"
            variant={side === "equal" ? "secondary" : "primary"}
            onClick={() => onChoose(side)}
          >
            <span className="truncate">{t(`blind.choices.${side}`)}</span>
            <Kbd aria-hidden className="hidden md:inline-flex">
              {key}
            </Kbd>
          </Button>
        ))}
      </div>
    </>
  )
}
