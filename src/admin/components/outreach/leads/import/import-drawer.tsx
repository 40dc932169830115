import { Alert, Checkbox, Label, Skeleton, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { useFileImport, useGrowingCount, useImportPlan } from "../../../../hooks/use-lead-import"
import type { ColumnChoices, ImportPlan, ImportReport } from "../../../../lib/outreach/import-types"
import { isWorkbook } from "../../../../lib/outreach/is-workbook"
import { ErrorNotice } from "../../../common/error-notice"
import { FormDrawer } from "../../../common/form-drawer"
import { ColumnList } from "./column-list"
import { ImportNotes } from "./import-notes"
import { Questions } from "./questions"
import { RefusedRows } from "./refused-rows"
import { useImportSums } from "./use-import-sums"

/** Enough to see what is wrong with the file; the report after the import shows more. */
const REFUSED_SHOWN = 5

interface ImportDrawerProps {
  campaignId: string
  file: File
  onClose: () => void
  onImported: (report: ImportReport) => void
}

/** What the columns of a file are, and what an import would come to; then the import itself. */
export const ImportDrawer = ({ campaignId, file, onClose, onImported }: ImportDrawerProps) => {
  const { t } = useTranslation("outreach")
  const [map, setMap] = useState<ColumnChoices>({})
  const [isUpdate, setUpdate] = useState(false)
  const [isLink, setLink] = useState(true)
  const choices = { map, isUpdate, isLink }
  const { data: isBook } = useQuery({
    queryKey: ["playground", "workbook", file.name, file.size, file.lastModified],
    queryFn: () => isWorkbook(file),
  })
  const { data: plan, error, isPlaceholderData } = useImportPlan(campaignId, file, choices)
  const { mutate, isPending, error: failure } = useFileImport(campaignId)
  const sums = useImportSums(true)
  const toSums = (of: ImportPlan) => {
    // Until it is known which column has the addresses, no row is looked at.
    if (of.questions.some(({ field }) => field === "email")) return [t("leads.answerFirst")]
    return hasNoRows(of) ? [t("leads.noRows")] : sums(of)
  }
  const choose = (header: string, target: string | null) => setMap({ ...map, [header]: target })
  const onSave = () =>
    mutate(
      { file, ...choices },
      {
        onSuccess: (report) => {
          onClose()
          onImported(report)
        },
      }
    )
  const isReady = plan && !error && !isPlaceholderData && plan.questions.length === 0
  return (
    <FormDrawer
      title={t("leads.importFile", { file: file.name })}
      saveLabel={t("leads.import")}
      // An import goes on whatever is closed: better to see its end.
      onClose={() => !isPending && onClose()}
      onSave={onSave}
      isSaving={isPending}
      error={failure}
      canSave={Boolean(isReady) && (plan?.created ?? 0) + (plan?.updated ?? 0) > 0}
    >
      {isBook ? (
        <Alert variant="warning">{t("leads.workbook")}</Alert>
      ) : (
        error && <ErrorNotice title={t("leads.notRead")} error={error} />
      )}
      {!plan && !error && <Skeleton className="h-32 w-full" aria-label={t("leads.reading")} />}
      {plan && !isBook && (
        <>
          <Questions questions={plan.questions} onChoose={choose} />
          <ColumnList columns={plan.columns} onChoose={choose} />
          <ImportNotes notes={plan.notes} />
          <CheckField label={t("leads.updateExisting")} checked={isUpdate} onChange={setUpdate} />
          <CheckField label={t("leads.linkCustomers")} checked={isLink} onChange={setLink} />
          <Text size="small" weight="plus" role="status">
            {isPending ? (
              <Progress campaignId={campaignId} expected={plan.created} />
            ) : (
              toSums(plan).join(" · ")
            )}
          </Text>
          {plan.questions.length === 0 && plan.errors.length > 0 && (
            <Alert variant="warning">
              <RefusedRows
                rows={plan.errors}
                shown={REFUSED_SHOWN}
                file={file}
                encoding={plan.encoding}
              />
            </Alert>
          )}
        </>
      )}
    </FormDrawer>
  )
}

const hasNoRows = ({ created, updated = 0, skipped, errors }: ImportPlan) =>
  created + updated + skipped + errors.length === 0

interface CheckFieldProps {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
}

const CheckField = ({ label, checked, onChange }: CheckFieldProps) => {
  const id = useId()
  return (
    <div className="flex items-center gap-x-2">
      <Checkbox id={id} checked={checked} onCheckedChange={(is) => onChange(is === true)} />
      <Label size="small" htmlFor={id}>
        {label}
      </Label>
    </div>
  )
}

/** Leads are committed a thousand at a time, and counted as they come. */
const Progress = ({ campaignId, expected }: { campaignId: string; expected: number }) => {
  const { t } = useTranslation("outreach")
  const { data: count } = useGrowingCount(campaignId, true)
  const [first, setFirst] = useState<number>()
  if (first === undefined && count !== undefined) setFirst(count)
  const done = Math.min(expected, count === undefined ? 0 : count - (first ?? count))
  return t("leads.importing", { done, count: expected })
}
