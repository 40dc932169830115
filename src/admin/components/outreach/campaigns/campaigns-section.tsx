import { Button, Container, Input, Table } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"
import { useCampaigns } from "../../../hooks/use-campaigns"
import { useFormat } from "../../../hooks/common/use-format"
import { useSettled } from "../../../hooks/common/use-settled"
import { CAMPAIGN_STATUSES } from "../../../lib/outreach/types"
import { TablePages } from "../../common/table-pages"
import { Choice } from "../../common/choice"
import { Rows } from "../../common/rows"
import { RowsState } from "../../common/rows-state"
import { SectionHeader } from "../../common/section-header"
import { ShortText } from "../../common/short-text"
import { CampaignForm } from "./campaign-form"
import { CampaignStatusBadge } from "./campaign-status-badge"

const PER_PAGE = 20
const ALL = "all"

/** Every campaign, newest first, to be searched. */
export const CampaignsSection = () => {
  const { t } = useTranslation("outreach")
  const format = useFormat()
  const navigate = useNavigate()
  const [isCreating, setIsCreating] = useState(false)
  const [search, setSearch] = useState("")
  const [status, setStatus] = useState<string>(ALL)
  const [page, setPage] = useState(0)
  const q = useSettled(search.trim())
  const wanted = CAMPAIGN_STATUSES.find((known) => known === status)
  const { data, error } = useCampaigns({
    limit: PER_PAGE,
    offset: page * PER_PAGE,
    ...(q && { q }),
    ...(wanted && { status: wanted }),
  })
  const open = (id: string) => navigate(`/outreach/${id}`)
  const narrow = (change: () => void) => {
    setPage(0)
    change()
  }
  return (
    <Container className="divide-y p-0">
      <SectionHeader level="h1" title={t("campaigns.title")} hint={t("campaigns.hint")}>
        <Button asChild size="small" variant="transparent">
          <Link to="/outreach/sender-profiles">{t("senders.title")}</Link>
        </Button>
        <Button size="small" onClick={() => setIsCreating(true)}>
          {t("campaigns.create")}
        </Button>
      </SectionHeader>
      <div className="flex flex-wrap items-center gap-2 px-6 py-4">
        <div className="w-full sm:w-60">
          <Input
            size="small"
            aria-label={t("search")}
            placeholder={t("search")}
            value={search}
            onChange={(event) => narrow(() => setSearch(event.target.value))}
          />
        </div>
        <div className="w-full sm:w-44">
          <Choice
            label={t("campaignStatus.label")}
            value={status}
            onChange={(value) => narrow(() => setStatus(value))}
            options={[
              { value: ALL, label: t("campaignStatus.all") },
              ...CAMPAIGN_STATUSES.map((value) => ({ value, label: t(`campaignStatus.${value}`) })),
            ]}
          />
        </div>
      </div>
      {data && data.count > 0 && (
        <>
          <Rows
            label={t("campaigns.title")}
            actions={t("campaigns.openPlayground")}
            columns={(["name", "status", "steps", "drafts", "approved", "createdAt"] as const).map(
              (column) => t(`campaigns.columns.${column}`)
            )}
          >
            {data.campaigns.map((campaign) => (
              <Table.Row key={campaign.id} className="[&_td]:whitespace-nowrap">
                <Table.Cell>
                  <Link to={`/outreach/${campaign.id}`} className="txt-compact-small-plus">
                    <ShortText>{campaign.name}</ShortText>
                  </Link>
                </Table.Cell>
                <Table.Cell>
                  <CampaignStatusBadge status={campaign.status} />
                </Table.Cell>
                <Table.Cell>{campaign.steps.length}</Table.Cell>
                <Table.Cell>{format.number(campaign.draft_count)}</Table.Cell>
                <Table.Cell>{format.number(campaign.approved_count)}</Table.Cell>
                <Table.Cell>{format.dateTime(campaign.created_at)}</Table.Cell>
                <Table.Cell className="text-right">
                  <Button asChild size="small" variant="transparent">
                    <Link
                      to={`/outreach/${campaign.id}/playground`}
                      aria-label={`${t("campaigns.openPlayground")}: ${campaign.name}`}
                    >
                      {t("campaigns.openPlayground")}
                    </Link>
                  </Button>
                </Table.Cell>
              </Table.Row>
            ))}
          </Rows>
          <TablePages page={page} onPageChange={setPage} perPage={PER_PAGE} count={data.count} />
        </>
      )}
      <RowsState
        count={data?.count}
        error={error}
        isNarrowed={q !== "" || wanted !== undefined}
        none={{ title: t("campaigns.none"), hint: t("campaigns.noneHint") }}
        noMatch={{ title: t("campaigns.noMatch"), hint: t("campaigns.noMatchHint") }}
      />
      {isCreating && (
        <CampaignForm
          campaign={null}
          onClose={() => setIsCreating(false)}
          onSaved={({ id }) => void open(id)}
        />
      )}
    </Container>
  )
}
