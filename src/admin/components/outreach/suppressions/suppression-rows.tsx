import { Trash } from "@medusajs/icons"
import { IconButton, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import type { Suppression } from "../../../hooks/use-suppressions"
import { Rows } from "../../common/rows"
import { ShortText } from "../../common/short-text"
import { LiftDialog } from "./lift-dialog"
import { useSuppressionName } from "./use-suppression-name"

/** The list, each with why and how it came there, and the way to write there again. */
export const SuppressionRows = ({ suppressions }: { suppressions: readonly Suppression[] }) => {
  const { t } = useTranslation("mails")
  const { t: tOutreach } = useTranslation("outreach")
  const { dateTime } = useFormat()
  const nameOf = useSuppressionName()
  const [lifted, setLifted] = useState<Suppression | null>(null)
  return (
    <>
      <Rows
        label={t("suppressions.title")}
        actions={tOutreach("actions.title")}
        columns={(["value", "reason", "source", "since"] as const).map((column) =>
          t(`suppressions.columns.${column}`)
        )}
      >
        {suppressions.map((suppression) => (
          <Table.Row key={suppression.id} className="[&_td]:whitespace-nowrap">
            <Table.Cell>
              <ShortText>{nameOf(suppression)}</ShortText>
            </Table.Cell>
            <Table.Cell>{t(`suppressions.reasons.${suppression.reason}`)}</Table.Cell>
            <Table.Cell>
              <Source suppression={suppression} />
            </Table.Cell>
            <Table.Cell>
              <Text as="span" size="small" className="text-ui-fg-subtle">
                {dateTime(suppression.created_at)}
              </Text>
            </Table.Cell>
            <Table.Cell className="text-right">
              <IconButton
                size="small"
                variant="transparent"
                aria-label={t("suppressions.deleteOne", { name: nameOf(suppression) })}
                onClick={() => setLifted(suppression)}
              >
                <Trash />
              </IconButton>
            </Table.Cell>
          </Table.Row>
        ))}
      </Rows>
      {lifted && (
        <LiftDialog suppression={lifted} name={nameOf(lifted)} onClose={() => setLifted(null)} />
      )}
    </>
  )
}

/** How it came on the list: a link, a file, a person, or a provider of mails. */
const Source = ({ suppression }: { suppression: Suppression }) => {
  const { t } = useTranslation("mails")
  const { source, created_by_name: name } = suppression
  const kinds = { "unsubscribe link": "link", csv: "csv", api: "api" } as const
  const kind = Object.entries(kinds).find(([known]) => known === source)?.[1]
  const told = kind
    ? t(`suppressions.sources.${kind}`)
    : t("suppressions.sources.provider", { source })
  return <ShortText>{[told, name].filter(Boolean).join(" · ")}</ShortText>
}
