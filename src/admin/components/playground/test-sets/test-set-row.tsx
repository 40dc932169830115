import { Button, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import type { TestSet } from "../../../lib/playground/evaluation-types"
import { ShortText } from "../../common/short-text"
import { useDeleteTestSet } from "./use-delete-test-set"

interface TestSetRowProps {
  campaignId: string
  testSet: TestSet
  onOpen: () => void
}

export const TestSetRow = ({ campaignId, testSet, onOpen }: TestSetRowProps) => {
  const { t } = useTranslation("testSets")
  const format = useFormat()
  const remove = useDeleteTestSet(campaignId)
  const { name, size, source, evaluations, created_at } = testSet
  const of = (label: string) => t("of", { label, name })
  return (
    <Table.Row className="[&_td]:whitespace-nowrap">
      <Table.Cell>
        <ShortText>{name}</ShortText>
      </Table.Cell>
      <Table.Cell>{t("size", { count: size, source: t(`sources.${source}`) })}</Table.Cell>
      <Table.Cell>{format.number(evaluations)}</Table.Cell>
      <Table.Cell>{format.dateTime(created_at)}</Table.Cell>
      <Table.Cell>
        <div className="flex justify-end gap-x-2">
          <Button
            size="small"
            variant="transparent"
            aria-label={of(t("delete"))}
            onClick={() => void remove(testSet)}
          >
            {t("delete")}
          </Button>
          <Button size="small" variant="secondary" aria-label={of(t("open"))} onClick={onOpen}>
            {t("open")}
          </Button>
        </div>
      </Table.Cell>
    </Table.Row>
  )
}
