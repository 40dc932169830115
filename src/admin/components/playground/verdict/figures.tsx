import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Share } from "../../../lib/playground/share"
import { IntervalPlot } from "./interval-plot"
import type { Measure } from "../../../lib/playground/measures"
import { LETTERS } from "./use-verdict-words"

/** Each figure of the two batches under each other, with how sure it is. */
export const Figures = ({ measures }: { measures: readonly Measure[] }) => {
  const { t } = useTranslation("verdict")
  return (
    <section aria-label={t("figures.title")} className="flex flex-col gap-y-3 px-6 py-4">
      <div className="grid grid-cols-1 gap-x-10 gap-y-5 lg:grid-cols-2">
        {measures.map(({ name, shares }) => (
          <dl key={name} className="flex min-w-0 flex-col gap-y-1">
            <dt>
              <Text size="small" weight="plus">
                {t(`figures.names.${name}`)}
              </Text>
            </dt>
            {LETTERS.map((letter, place) => (
              <Line key={letter} letter={letter} share={shares[place] ?? shares[0]} />
            ))}
          </dl>
        ))}
      </div>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("figures.legend")}
      </Text>
    </section>
  )
}

const Line = ({ letter, share }: { letter: string; share: Share }) => {
  const { t } = useTranslation("verdict")
  const { hits, n, interval } = share
  const [low, high] = interval.map((value) => Math.round(value * 100))
  const said = n === 0 ? t("figures.nothing") : t("figures.share", { hits, count: n })
  const label =
    n === 0
      ? `${letter}: ${said}`
      : t("figures.asWords", { letter, said, share: Math.round((hits / n) * 100), low, high })
  return (
    <dd className="grid grid-cols-[1rem_minmax(0,1fr)_7rem] items-center gap-x-3">
      <span className="txt-small text-ui-fg-subtle" aria-hidden>
        {letter}
      </span>
      <IntervalPlot share={share} label={label} />
      <span className="txt-small text-right tabular-nums" aria-hidden>
        {said}
      </span>
    </dd>
  )
}
