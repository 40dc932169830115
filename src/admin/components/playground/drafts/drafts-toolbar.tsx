import { Button, Heading, Kbd, Select, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { DRAFT_FILTERS, type DraftFilter } from "../../../lib/playground/draft-filter"

interface DraftsToolbarProps {
  filter: DraftFilter
  onFilterChange: (filter: DraftFilter) => void
  shown: number
  total: number
  /** Whether the judge has looked at them: else there is nothing to filter by. */
  isJudged: boolean
  onHelp: () => void
}

export const DraftsToolbar = (props: DraftsToolbarProps) => {
  const { filter, onFilterChange, shown, total, isJudged, onHelp } = props
  const { t } = useTranslation("playground")
  const filters = DRAFT_FILTERS.filter(
    (name) => name !== "unsupported" || isJudged || name === filter
  )
  const choose = (value: string) =>
    onFilterChange(DRAFT_FILTERS.find((name) => name === value) ?? "all")
  // On its trigger each letter would choose another filter, and be no key of ours.
  const leaveTrigger = (event: Event) => {
    event.preventDefault()
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
      <div className="flex items-baseline gap-x-2">
        <Heading level="h2">{t("drafts.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("drafts.shown", { shown, total })}
        </Text>
      </div>
      <div className="flex items-center gap-x-2">
        <div className="w-[160px]">
          <Select size="small" value={filter} onValueChange={choose}>
            <Select.Trigger aria-label={t("drafts.filter")}>
              <Select.Value />
            </Select.Trigger>
            <Select.Content onCloseAutoFocus={leaveTrigger}>
              {filters.map((name) => (
                <Select.Item key={name} value={name}>
                  {t(`drafts.filters.${name}`)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        </div>
        <Button size="small" variant="transparent" aria-label={t("keys.open")} onClick={onHelp}>
          <Kbd>?</Kbd>
        </Button>
      </div>
    </div>
  )
}
