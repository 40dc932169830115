import { Button, Container, StatusBadge, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../../../hooks/common/use-format"
import { useSends, type Send, type SendingPreview } from "../../../../hooks/use-sending"
import { Choice } from "../../../common/choice"
import { ErrorNotice } from "../../../common/error-notice"
import { EmptyState } from "../../../common/empty-state"
import { Rows } from "../../../common/rows"
import { RowsSkeleton } from "../../../common/rows-skeleton"
import { SectionHeader } from "../../../common/section-header"
import { ShortText } from "../../../common/short-text"
import { TablePages } from "../../../common/table-pages"
import { SEND_COLOURS, SEND_STATUSES } from "../send-statuses"
import { useSendRemark } from "./use-send-remark"

const PER_PAGE = 20
/** A select has no value that is nothing. */
const ANY = "any"

interface SendListProps {
  campaignId: string
  stepIndex: number
  counts: SendingPreview["counts"]
  transport: string
}

/** Every mail of the step: to whom, how it stands, when, and what happened to it. */
export const SendList = ({ campaignId, stepIndex, counts, transport }: SendListProps) => {
  const { t } = useTranslation("sending")
  const [status, setStatus] = useState<string>(ANY)
  const [page, setPage] = useState(0)
  const known = SEND_STATUSES.find((name) => name === status)
  const { data, error } = useSends(
    campaignId,
    {
      step_index: stepIndex,
      offset: page * PER_PAGE,
      limit: PER_PAGE,
      ...(known && { status: known }),
    },
    counts
  )
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("sends.title")}>
        {transport === "outbox" && (
          <Button asChild size="small" variant="secondary">
            <Link to={`/outreach/outbox?campaign_id=${campaignId}`}>{t("sends.openOutbox")}</Link>
          </Button>
        )}
        <div className="w-44">
          <Choice
            label={t("sends.show")}
            value={status}
            onChange={(value) => {
              setPage(0)
              setStatus(value)
            }}
            options={[
              { value: ANY, label: t("sends.all") },
              ...SEND_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) })),
            ]}
          />
        </div>
      </SectionHeader>
      {data && data.count > 0 && (
        <>
          <Rows
            label={t("sends.title")}
            actions={t("sends.remark")}
            columns={(["recipient", "status", "when"] as const).map((column) =>
              t(`sends.columns.${column}`)
            )}
          >
            {data.sends.map((send) => (
              <SendRow key={send.id} send={send} />
            ))}
          </Rows>
          <TablePages page={page} onPageChange={setPage} perPage={PER_PAGE} count={data.count} />
        </>
      )}
      {data?.count === 0 && <EmptyState title={t("sends.none")} hint={t("sends.noneHint")} />}
      {!data &&
        (error ? (
          <div className="p-6">
            <ErrorNotice title={t("sends.failed")} error={error} />
          </div>
        ) : (
          <RowsSkeleton rows={3} />
        ))}
    </Container>
  )
}

const SendRow = ({ send }: { send: Send }) => {
  const { t } = useTranslation("sending")
  const { dateTime } = useFormat()
  const remarkOf = useSendRemark()
  const { status, recipient, accepted_at, due_at } = send
  const isWaiting = status === "scheduled"
  const when = accepted_at ?? (isWaiting ? due_at : null)
  return (
    <Table.Row>
      <Table.Cell className="whitespace-nowrap">
        <ShortText>{recipient ?? t("sends.forgotten")}</ShortText>
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        <StatusBadge color={SEND_COLOURS[status]}>{t(`statuses.${status}`)}</StatusBadge>
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        {when ? t(isWaiting ? "sends.notBefore" : "sends.at", { time: dateTime(when) }) : "–"}
      </Table.Cell>
      <Table.Cell className="min-w-48 max-w-96 py-2">
        <Text size="small" className="text-ui-fg-subtle break-words">
          {remarkOf(send)}
        </Text>
      </Table.Cell>
    </Table.Row>
  )
}
