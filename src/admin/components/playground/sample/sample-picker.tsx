import { XMarkMini } from "@medusajs/icons"
import { Badge, Button, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSettled } from "../../../hooks/common/use-settled"
import { useCampaignLeads, useLeadsById } from "../../../hooks/use-leads"
import { leadName } from "../../../lib/common/lead-name"
import { MAX_SAMPLE, PICKS, pickLeads } from "../../../lib/playground/pick-leads"

interface SamplePickerProps {
  campaignId: string
  stepIndex: number
  leadIds: readonly string[]
  onChange: (leadIds: readonly string[]) => void
}

/** So many of those that a search finds can be chosen from. */
const FOUND = 5
/** Among so many of the first the telling ones are looked for. */
const MOST = 200

/** Three to five leads: by hand, or those that a prompt most likely fails on. */
export const SamplePicker = (props: SamplePickerProps) => {
  const { campaignId, stepIndex, leadIds, onChange } = props
  const { t } = useTranslation("playground")
  const [search, setSearch] = useState("")
  const q = useSettled(search.trim())
  const open = { step_index: stepIndex, variant_type: "PERSONALIZATION", approved: false } as const
  const { data: some } = useCampaignLeads(campaignId, { ...open, offset: 0, limit: MOST })
  const { data: found } = useCampaignLeads(campaignId, {
    ...open,
    offset: 0,
    limit: FOUND,
    ...(q && { q }),
  })
  const { data: chosen } = useLeadsById(campaignId, leadIds)
  const leads = some?.leads ?? []
  const add = (id: string) => {
    if (!leadIds.includes(id)) onChange([...leadIds, id].slice(-MAX_SAMPLE))
    setSearch("")
  }
  return (
    <div className="flex flex-col gap-y-3">
      <Text size="small" className="text-ui-fg-subtle">
        {t("sample.hint", { max: MAX_SAMPLE })}
      </Text>
      <div className="flex flex-wrap gap-2">
        {PICKS.map((kind) => {
          const picked = pickLeads(leads, kind)
          return (
            <Button
              key={kind}
              type="button"
              size="small"
              variant="secondary"
              disabled={picked.length === 0}
              onClick={() => onChange(picked.map(({ id }) => id))}
            >
              {t(`sample.picks.${kind}`)}
            </Button>
          )
        })}
      </div>
      <Input
        size="small"
        aria-label={t("preview.search")}
        placeholder={t("preview.search")}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {q !== "" && search !== "" && (
        <ul className="divide-y rounded-lg border">
          {(found?.leads ?? []).map((lead) => (
            <li key={lead.id}>
              <button
                type="button"
                className="txt-compact-small hover:bg-ui-bg-base-hover w-full truncate px-3 py-2 text-left"
                onClick={() => add(lead.id)}
              >
                {leadName(lead)}
                <span className="text-ui-fg-subtle">{` · ${lead.email}`}</span>
              </button>
            </li>
          ))}
          {found?.leads.length === 0 && (
            <li className="txt-compact-small text-ui-fg-subtle px-3 py-2">{t("preview.noLead")}</li>
          )}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {leadIds.map((id) => {
          const lead = chosen?.get(id)
          const name = lead ? leadName(lead) : "…"
          return (
            <Badge key={id} size="xsmall" asChild>
              <button
                type="button"
                aria-label={t("sample.remove", { name })}
                onClick={() => onChange(leadIds.filter((other) => other !== id))}
              >
                {name} <XMarkMini />
              </button>
            </Badge>
          )
        })}
      </div>
    </div>
  )
}
