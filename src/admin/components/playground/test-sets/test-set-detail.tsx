import { Button, Container, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import { useTestSet } from "../../../hooks/use-test-sets"
import { ErrorNotice } from "../../common/error-notice"
import { RequestedBy } from "../../common/requested-by"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { SectionHeader } from "../../common/section-header"
import { TestLeadList } from "./test-lead-list"
import { useDeleteTestSet } from "./use-delete-test-set"

interface TestSetDetailProps {
  campaignId: string
  testSetId: string
  onClose: () => void
}

/** One test set: what ran against it, and its leads. */
export const TestSetDetail = ({ campaignId, testSetId, onClose }: TestSetDetailProps) => {
  const { t } = useTranslation("testSets")
  const format = useFormat()
  const remove = useDeleteTestSet(campaignId)
  const { data: testSet, error } = useTestSet(campaignId, testSetId)
  const back = (
    <Button size="small" variant="secondary" onClick={onClose}>
      {t("all")}
    </Button>
  )
  if (!testSet) {
    return (
      <Container className="p-0">
        {error ? (
          <div className="p-6">
            <ErrorNotice title={t("gone")} error={error}>
              {back}
            </ErrorNotice>
          </div>
        ) : (
          <RowsSkeleton />
        )}
      </Container>
    )
  }
  const { name, size, source, created_at, created_by, leads } = testSet
  const deleteIt = async () => {
    if (await remove(testSet)) onClose()
  }
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="p-0">
        <SectionHeader
          title={name}
          hint={t("size", { count: size, source: t(`sources.${source}`) })}
        >
          <Button size="small" variant="transparent" onClick={() => void deleteIt()}>
            {t("delete")}
          </Button>
          {back}
        </SectionHeader>
        <Text size="small" className="text-ui-fg-subtle px-6 pb-4">
          {t("createdBy", { when: format.dateTime(created_at) })}{" "}
          <RequestedBy actorId={created_by} />
        </Text>
      </Container>
      <TestLeadList leads={leads} />
    </div>
  )
}
