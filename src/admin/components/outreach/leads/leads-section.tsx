import { Button, Container, Input, Table } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useCampaignLeads } from "../../../hooks/use-leads"
import { useLeadActions } from "../../../hooks/use-leads"
import { useFormat } from "../../../hooks/common/use-format"
import { useSettled } from "../../../hooks/common/use-settled"
import type { ImportReport as Report, Lead } from "../../../lib/outreach/types"
import { leadName } from "../../../lib/common/lead-name"
import { TablePages } from "../../common/table-pages"
import { ActionsMenu } from "../../common/actions-menu"
import { Rows } from "../../common/rows"
import { RowsState } from "../../common/rows-state"
import { SectionHeader } from "../../common/section-header"
import { ShortText } from "../../common/short-text"
import { useConfirmedDelete } from "../../common/use-confirmed-delete"
import { CustomersForm } from "./customers-form"
import { DropZone } from "./import/drop-zone"
import { FileButton } from "./import/file-button"
import { ImportDrawer } from "./import/import-drawer"
import { ImportReport } from "./import-report"
import { LeadForm } from "./lead-form"

const PER_PAGE = 20

type OpenForm =
  { kind: "lead"; lead: Lead | null } | { kind: "customers" } | { kind: "file"; file: File } | null

/** A campaign's leads, and the ways in which they enter. */
export const LeadsSection = ({ campaignId }: { campaignId: string }) => {
  const { t } = useTranslation("outreach")
  const format = useFormat()
  const [form, setForm] = useState<OpenForm>(null)
  const [imported, setImported] = useState<{ report: Report; file: File | null } | null>(null)
  const [search, setSearch] = useState("")
  const [page, setPage] = useState(0)
  const q = useSettled(search.trim())
  const { data, error } = useCampaignLeads(
    campaignId,
    { limit: PER_PAGE, offset: page * PER_PAGE, ...(q && { q }) },
    { refetchOnMount: "always" } // Drafts and approvals change on other pages.
  )
  const { remove } = useLeadActions(campaignId)
  const confirmDelete = useConfirmedDelete()
  const onDelete = (lead: Lead) =>
    confirmDelete({
      title: t("leads.deleteTitle"),
      text: t("leads.deleteText", { name: leadName(lead) }),
      done: t("leads.deleted"),
      remove: () => remove.mutateAsync(lead.id),
    })
  return (
    <DropZone onFile={(file) => setForm({ kind: "file", file })}>
      <Container className="divide-y p-0">
        <SectionHeader title={t("leads.title")}>
          <Button size="small" variant="secondary" onClick={() => setForm({ kind: "customers" })}>
            {t("leads.customers")}
          </Button>
          <FileButton onFile={(file) => setForm({ kind: "file", file })} />
          <Button
            size="small"
            variant="secondary"
            onClick={() => setForm({ kind: "lead", lead: null })}
          >
            {t("leads.add")}
          </Button>
        </SectionHeader>
        {imported && <ImportReport {...imported} onDismiss={() => setImported(null)} />}
        <div className="px-6 py-4">
          <div className="w-full sm:w-60">
            <Input
              size="small"
              aria-label={t("search")}
              placeholder={t("search")}
              value={search}
              onChange={(event) => {
                setPage(0)
                setSearch(event.target.value)
              }}
            />
          </div>
        </div>
        {data && data.count > 0 && (
          <>
            <Rows
              label={t("leads.title")}
              actions={t("actions.title")}
              columns={(["email", "name", "company", "title", "drafts", "approved"] as const).map(
                (column) => t(`leads.columns.${column}`)
              )}
            >
              {data.leads.map((lead) => (
                <Table.Row key={lead.id} className="[&_td]:whitespace-nowrap">
                  <Table.Cell>
                    <ShortText>{lead.email}</ShortText>
                  </Table.Cell>
                  <Table.Cell>
                    <ShortText>
                      {[lead.first_name, lead.last_name].filter(Boolean).join(" ")}
                    </ShortText>
                  </Table.Cell>
                  <Table.Cell>
                    <ShortText>{lead.company}</ShortText>
                  </Table.Cell>
                  <Table.Cell>
                    <ShortText>{lead.title}</ShortText>
                  </Table.Cell>
                  <Table.Cell>{format.number(lead.draft_count)}</Table.Cell>
                  <Table.Cell>{format.number(lead.approved_count)}</Table.Cell>
                  <Table.Cell className="text-right">
                    <ActionsMenu
                      name={leadName(lead)}
                      onEdit={() => setForm({ kind: "lead", lead })}
                      onDelete={() => void onDelete(lead)}
                    />
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
          isNarrowed={q !== ""}
          none={{ title: t("leads.none"), hint: t("leads.noneHint") }}
          noMatch={{ title: t("leads.noMatch"), hint: t("leads.noMatchHint") }}
        />
        {form?.kind === "lead" && (
          <LeadForm campaignId={campaignId} lead={form.lead} onClose={() => setForm(null)} />
        )}
        {form?.kind === "customers" && (
          <CustomersForm
            campaignId={campaignId}
            onClose={() => setForm(null)}
            onImported={(report) => setImported({ report, file: null })}
          />
        )}
        {form?.kind === "file" && (
          <ImportDrawer
            key={`${form.file.name} ${form.file.lastModified}`}
            campaignId={campaignId}
            file={form.file}
            onClose={() => setForm(null)}
            onImported={(report) => setImported({ report, file: form.file })}
          />
        )}
      </Container>
    </DropZone>
  )
}
