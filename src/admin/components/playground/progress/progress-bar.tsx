import { clx } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { Counts } from "../../../lib/playground/types"

const PARTS = [
  { status: "succeeded", color: "bg-ui-tag-green-icon" },
  { status: "failed", color: "bg-ui-tag-red-icon" },
  { status: "cancelled", color: "bg-ui-tag-orange-icon" },
  { status: "running", color: "bg-ui-tag-blue-icon animate-pulse" },
  { status: "pending", color: "bg-ui-tag-neutral-icon" },
] as const

/** Each status as a share of the bar, and as a number below it. */
export const ProgressBar = ({ counts }: { counts: Counts }) => {
  const { t } = useTranslation("playground")
  const id = useId()
  const ended = counts.succeeded + counts.failed
  return (
    <div className="flex flex-col gap-y-1.5">
      <div className="txt-compact-xsmall text-ui-fg-subtle flex min-h-11 flex-wrap content-start items-center gap-x-4 gap-y-1 md:min-h-0 md:flex-nowrap md:overflow-hidden md:whitespace-nowrap">
        <span id={id} className="txt-compact-small-plus text-ui-fg-base">
          {t("progress.summary", { ended, total: counts.total })}
        </span>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 md:flex-nowrap">
          {PARTS.filter(({ status }) => counts[status] > 0).map(({ status, color }) => (
            <li key={status} className="flex items-center gap-x-1.5">
              <span className={clx("h-2 w-2 rounded-sm", color)} aria-hidden />
              {t(`progress.${status}`, { count: counts[status] })}
            </li>
          ))}
        </ul>
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={counts.total}
        aria-valuenow={ended}
        className="bg-ui-bg-component-hover flex h-1.5 w-full overflow-hidden rounded-full"
      >
        {PARTS.filter(({ status }) => status !== "pending").map(({ status, color }) => (
          <div
            key={status}
            className={clx("h-full transition-all", color)}
            style={{ width: `${(counts[status] / Math.max(1, counts.total)) * 100}%` }}
          />
        ))}
      </div>
    </div>
  )
}
