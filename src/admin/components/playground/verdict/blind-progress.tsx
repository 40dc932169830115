import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** How many pairs this person has judged. */
export const BlindProgress = ({ done, total }: { done: number; total: number }) => {
  const { t } = useTranslation("verdict")
  return (
    <div className="flex items-center gap-x-3 px-4 pt-3 sm:px-6">
      <div
        role="progressbar"
        aria-label={t("blind.progress")}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        className="bg-ui-bg-component-hover h-1.5 flex-1 overflow-hidden rounded-full"
      >
        <div
          className="bg-ui-tag-green-icon h-full"
          style={{ width: `${total === 0 ? 0 : (done / total) * 100}%` }}
        />
      </div>
      <Text size="small" className="text-ui-fg-subtle tabular-nums">
        {t("blind.place", { done, total })}
      </Text>
    </div>
  )
}
