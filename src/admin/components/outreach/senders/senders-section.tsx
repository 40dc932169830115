import { Badge, Button, Container, Table } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSenderProfileActions, useSenderProfiles } from "../../../hooks/use-sender-profiles"
import type { SenderProfile } from "../../../lib/outreach/types"
import { TablePages } from "../../common/table-pages"
import { ActionsMenu } from "../../common/actions-menu"
import { Rows } from "../../common/rows"
import { RowsState } from "../../common/rows-state"
import { SectionHeader } from "../../common/section-header"
import { ShortText } from "../../common/short-text"
import { useConfirmedDelete } from "../../common/use-confirmed-delete"
import { SenderForm } from "./sender-form"

const PER_PAGE = 20

/** Who e-mails are from. */
export const SendersSection = () => {
  const { t } = useTranslation("outreach")
  const [form, setForm] = useState<{ profile: SenderProfile | null } | null>(null)
  const [page, setPage] = useState(0)
  const { data, error } = useSenderProfiles({ limit: PER_PAGE, offset: page * PER_PAGE })
  const { remove } = useSenderProfileActions()
  const confirmDelete = useConfirmedDelete()
  const onDelete = ({ id, profile_name: name }: SenderProfile) =>
    confirmDelete({
      title: t("senders.deleteTitle"),
      text: t("senders.deleteText", { name }),
      done: t("senders.deleted"),
      remove: () => remove.mutateAsync(id),
    })
  const none = {
    title: t("senders.none"),
    hint: t("senders.noneHint", { example: "{{ sender.name }}" }),
  }
  return (
    <Container className="divide-y p-0">
      <SectionHeader level="h1" title={t("senders.title")} hint={t("senders.hint")}>
        <Button size="small" onClick={() => setForm({ profile: null })}>
          {t("senders.create")}
        </Button>
      </SectionHeader>
      {data && data.count > 0 && (
        <>
          <Rows
            label={t("senders.title")}
            actions={t("actions.title")}
            columns={(["name", "description", "prompt"] as const).map((column) =>
              t(`senders.columns.${column}`)
            )}
          >
            {data.sender_profiles.map((profile) => (
              <Table.Row key={profile.id} className="[&_td]:whitespace-nowrap">
                <Table.Cell>
                  <span className="flex items-center gap-x-2">
                    <ShortText>{profile.profile_name}</ShortText>
                    {profile.is_default && <Badge size="2xsmall">{t("senders.default")}</Badge>}
                  </span>
                </Table.Cell>
                <Table.Cell>
                  <ShortText>{profile.description}</ShortText>
                </Table.Cell>
                <Table.Cell>
                  {t(profile.custom_prompt ? "senders.has" : "senders.hasNot")}
                </Table.Cell>
                <Table.Cell className="text-right">
                  <ActionsMenu
                    name={profile.profile_name}
                    onEdit={() => setForm({ profile })}
                    onDelete={() => void onDelete(profile)}
                  />
                </Table.Cell>
              </Table.Row>
            ))}
          </Rows>
          <TablePages page={page} onPageChange={setPage} perPage={PER_PAGE} count={data.count} />
        </>
      )}
      <RowsState count={data?.count} error={error} isNarrowed={false} none={none} noMatch={none} />
      {form && <SenderForm profile={form.profile} onClose={() => setForm(null)} />}
    </Container>
  )
}
