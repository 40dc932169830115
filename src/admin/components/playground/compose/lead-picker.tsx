import { Button, Checkbox, Drawer, Input, Label, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { useSettled } from "../../../hooks/common/use-settled"
import { useCampaignLeads, type LeadFilter } from "../../../hooks/use-leads"
import { leadName } from "../../../lib/common/lead-name"
import { MAX_LEADS } from "../../../lib/playground/lead-count"
import { LEAD_FIELDS, toFieldFilter } from "../../../lib/playground/lead-field-filter"
import { Choice } from "../../common/choice"
import { ErrorNotice } from "../../common/error-notice"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { TablePages } from "../../common/table-pages"

const PER_PAGE = 20
const FILTERS = ["open", "undrafted", "drafted", "flagged", "failed", "approved", "all"] as const
type Filter = (typeof FILTERS)[number]
const QUERIES: Record<Filter, LeadFilter> = {
  open: { approved: false },
  undrafted: { approved: false, has_draft: false },
  drafted: { approved: false, has_draft: true },
  flagged: { approved: false, flagged: true },
  failed: { approved: false, failed: true },
  approved: { approved: true },
  all: {},
}

interface LeadPickerProps {
  campaignId: string
  stepIndex: number
  initial: readonly string[]
  onPick: (leadIds: readonly string[]) => void
  onClose: () => void
}

/** The campaign's leads, searched and filtered by the server, to choose from by hand. */
export const LeadPicker = (props: LeadPickerProps) => {
  const { campaignId, stepIndex, initial, onPick, onClose } = props
  const { t } = useTranslation("playground")
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set(initial))
  const [search, setSearch] = useState("")
  const [filter, setFilter] = useState<Filter>("open")
  const [field, setField] = useState({ name: "", value: "" })
  const [page, setPage] = useState(0)
  const id = useId()
  const q = useSettled(search.trim())
  const settled = useSettled(field)
  const { data, error } = useCampaignLeads(campaignId, {
    limit: PER_PAGE,
    offset: page * PER_PAGE,
    step_index: stepIndex,
    variant_type: "PERSONALIZATION",
    ...QUERIES[filter],
    ...(q && { q }),
    ...toFieldFilter(settled, (name) => t(`facts.fields.${name}`)),
  })
  const toggle = (leadId: string) => {
    const next = new Set(ids)
    if (!next.delete(leadId) && next.size < MAX_LEADS) next.add(leadId)
    setIds(next)
  }
  const narrow = (change: () => void) => {
    setPage(0)
    change()
  }
  return (
    <Drawer open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        {/* Not Drawer.Header: its close button has no name. */}
        <div className="border-ui-border-base border-b px-6 py-4">
          <Drawer.Title>{t("selection.title")}</Drawer.Title>
        </div>
        <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
          <div className="grid grid-cols-2 gap-2">
            <Input
              size="small"
              aria-label={t("preview.search")}
              placeholder={t("preview.search")}
              value={search}
              onChange={(event) => narrow(() => setSearch(event.target.value))}
            />
            <Choice
              id={id}
              label={t("selection.filter")}
              value={filter}
              onChange={(next) =>
                narrow(() => setFilter(FILTERS.find((known) => known === next) ?? "open"))
              }
              options={FILTERS.map((known) => ({
                value: known,
                label: t(`selection.filters.${known}`),
              }))}
            />
            <Input
              size="small"
              aria-label={t("selection.field")}
              placeholder={t("selection.fieldHint")}
              list={`${id}-fields`}
              value={field.name}
              onChange={(event) => narrow(() => setField({ ...field, name: event.target.value }))}
            />
            <datalist id={`${id}-fields`}>
              {LEAD_FIELDS.map((name) => (
                <option key={name} value={t(`facts.fields.${name}`)} />
              ))}
            </datalist>
            <Input
              size="small"
              aria-label={t("selection.value")}
              placeholder={t("selection.value")}
              value={field.value}
              onChange={(event) => narrow(() => setField({ ...field, value: event.target.value }))}
            />
          </div>
          {error && !data && <ErrorNotice title={t("preview.leadsFailed")} error={error} />}
          {!data && !error && <RowsSkeleton />}
          {data?.count === 0 && (
            <Text size="small" className="text-ui-fg-subtle">
              {t("preview.noLead")}
            </Text>
          )}
          <ul className="divide-y">
            {(data?.leads ?? []).map((lead) => (
              <li key={lead.id} className="flex items-center gap-x-3 py-2">
                <Checkbox
                  id={`${id}-${lead.id}`}
                  checked={ids.has(lead.id)}
                  onCheckedChange={() => toggle(lead.id)}
                />
                <Label size="small" htmlFor={`${id}-${lead.id}`} className="min-w-0 truncate">
                  {leadName(lead)}
                  <span className="text-ui-fg-subtle">
                    {` · ${[lead.email, lead.company].filter(Boolean).join(" · ")}`}
                  </span>
                </Label>
              </li>
            ))}
          </ul>
          {data && (
            <TablePages page={page} onPageChange={setPage} perPage={PER_PAGE} count={data.count} />
          )}
        </Drawer.Body>
        <Drawer.Footer>
          <Button size="small" variant="secondary" onClick={onClose}>
            {t("reject.cancel")}
          </Button>
          <Button
            size="small"
            disabled={ids.size === 0}
            onClick={() => {
              onPick([...ids])
              onClose()
            }}
          >
            {t("selection.take", { count: ids.size })}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
