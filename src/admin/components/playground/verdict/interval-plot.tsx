import type { Share } from "../../../lib/playground/share"

const MIDDLE = 7

/**
 * A share as a dot on a line from 0 to 100 %, its interval as a bar. Drawn by hand: the host's dashboard
 * ships no library for charts, and one of our own would weigh more than the page.
 *
 * @param label says the same in words
 */
export const IntervalPlot = ({ share, label }: { share: Share; label: string }) => {
  const { hits, n, interval } = share
  const [low, high] = interval.map((value) => `${value * 100}%`)
  return (
    <svg role="img" aria-label={label} className="h-3.5 w-full overflow-visible">
      <line x1="0" x2="100%" y1={MIDDLE} y2={MIDDLE} className="stroke-ui-border-base" />
      {[0, 50, 100].map((at) => (
        <line
          key={at}
          x1={`${at}%`}
          x2={`${at}%`}
          y1="3"
          y2="11"
          className="stroke-ui-border-strong"
        />
      ))}
      {n > 0 && (
        <g className="text-ui-fg-interactive" stroke="currentColor" fill="currentColor">
          <line x1={low} x2={high} y1={MIDDLE} y2={MIDDLE} strokeWidth="5" strokeOpacity="0.35" />
          <circle cx={`${(hits / n) * 100}%`} cy={MIDDLE} r="4" stroke="none" />
        </g>
      )}
    </svg>
  )
}
