import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { useCampaigns } from "../../../hooks/use-campaigns"
import { useOutbox } from "../../../hooks/use-outbox"
import { Choice } from "../../common/choice"
import { RowsState } from "../../common/rows-state"
import { SectionHeader } from "../../common/section-header"
import { TablePages } from "../../common/table-pages"
import { MailList } from "./mail-list"
import { MailPane } from "./mail-pane"

const PER_PAGE = 20
/** A select has no value that is nothing. */
const ALL = "all"

/** The mails that the outbox keeps, each to be read as it would arrive. */
export const OutboxDesk = () => {
  const { t } = useTranslation("mails")
  const [params, setParams] = useSearchParams()
  const campaignId = params.get("campaign_id")
  const page = Math.max(0, Number(params.get("page")) || 0)
  const { data, error } = useOutbox({
    offset: page * PER_PAGE,
    limit: PER_PAGE,
    ...(campaignId && { campaign_id: campaignId }),
  })
  const campaigns = useCampaigns({ limit: 200 }).data?.campaigns ?? []
  const chosen = params.get("mail_id")
  const set = (values: Record<string, string | null>) =>
    setParams(
      (old) => {
        for (const [name, value] of Object.entries(values)) {
          if (value === null) old.delete(name)
          else old.set(name, value)
        }
        return old
      },
      { replace: true }
    )
  const none = { title: t("outbox.none"), hint: t("outbox.noneHint") }
  const narrowed = { title: t("outbox.noMatch"), hint: t("outbox.noMatchHint") }
  const options = [
    { value: ALL, label: t("outbox.ofAll") },
    ...campaigns.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <Container className="divide-y p-0">
      <SectionHeader level="h1" title={t("outbox.title")} hint={t("outbox.hint")}>
        <div className="w-56">
          <Choice
            label={t("outbox.of")}
            value={campaignId ?? ALL}
            onChange={(value) =>
              set({ campaign_id: value === ALL ? null : value, page: null, mail_id: null })
            }
            options={options}
          />
        </div>
      </SectionHeader>
      {data && data.count > 0 && (
        <div className="md:grid md:grid-cols-[minmax(0,280px)_minmax(0,1fr)] md:divide-x">
          <div className={chosen ? "hidden md:block" : undefined}>
            <MailList
              mails={data.mails}
              openId={chosen ?? data.mails[0]?.id ?? null}
              onOpen={(mail_id) => set({ mail_id })}
            />
            <TablePages
              page={page}
              onPageChange={(next) => set({ page: String(next), mail_id: null })}
              perPage={PER_PAGE}
              count={data.count}
            />
          </div>
          <div className={chosen ? undefined : "hidden md:block"}>
            <MailPane
              id={chosen ?? data.mails[0]?.id ?? null}
              onBack={() => set({ mail_id: null })}
            />
          </div>
        </div>
      )}
      <RowsState
        count={data?.count}
        error={error}
        isNarrowed={campaignId !== null}
        none={none}
        noMatch={narrowed}
      />
    </Container>
  )
}
