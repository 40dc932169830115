import type { CheckResult } from "../../../lib/playground/verdict-types"

type Place = NonNullable<CheckResult["place"]>

interface MarkedTextProps {
  text: string
  /** Places in it, in UTF-16 units. Of two that overlap the first one is marked. */
  places: readonly Pick<Place, "start" | "end">[]
}

/** A text with some of its places marked. */
export const MarkedText = ({ text, places }: MarkedTextProps) => {
  const marked = [...places].sort((one, other) => one.start - other.start)
  const parts = []
  let at = 0
  for (const { start, end } of marked) {
    if (start < at || end > text.length) continue
    parts.push(text.slice(at, start))
    parts.push(
      <mark key={start} className="bg-ui-tag-orange-bg text-ui-tag-orange-text rounded-sm">
        {text.slice(start, end)}
      </mark>
    )
    at = end
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}
