import { Button, Container, Input, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFailureToast } from "../../../hooks/common/use-failure-toast"
import { useSettled } from "../../../hooks/common/use-settled"
import {
  useSuppressionActions,
  useSuppressions,
  type SuppressionReport,
} from "../../../hooks/use-suppressions"
import { saveFile } from "../../../lib/common/save-file"
import { Choice } from "../../common/choice"
import { RowsState } from "../../common/rows-state"
import { SectionHeader } from "../../common/section-header"
import { TablePages } from "../../common/table-pages"
import { FileButton } from "../leads/import/file-button"
import { ImportedFile } from "./imported-file"
import { REASONS } from "./reasons"
import { SuppressionForm } from "./suppression-form"
import { SuppressionRows } from "./suppression-rows"

const PER_PAGE = 20
/** A select has no value that is nothing. */
const ANY = "any"

/** Whom the shop never writes to, over all campaigns. */
export const SuppressionsSection = () => {
  const { t } = useTranslation("mails")
  const { t: tOutreach } = useTranslation("outreach")
  const [isAdding, setAdding] = useState(false)
  const [report, setReport] = useState<SuppressionReport | null>(null)
  const [search, setSearch] = useState("")
  const [reason, setReason] = useState<string>(ANY)
  const [page, setPage] = useState(0)
  const q = useSettled(search.trim())
  const known = REASONS.find((name) => name === reason)
  const { data, error } = useSuppressions({
    offset: page * PER_PAGE,
    limit: PER_PAGE,
    ...(q && { q }),
    ...(known && { reason: known }),
  })
  const { importFile, exportFile } = useSuppressionActions()
  const tellFailure = useFailureToast()
  const onFile = (file: File) =>
    importFile.mutate(file, {
      onSuccess: setReport,
      onError: (failure) => tellFailure(t("suppressions.notImported"), failure),
    })
  const onExport = () =>
    exportFile.mutate(undefined, {
      onSuccess: (file) => {
        saveFile(file, "suppressions.csv", "text/csv")
        toast.success(t("suppressions.exported"))
      },
      onError: (failure) => tellFailure(t("suppressions.notExported"), failure),
    })
  return (
    <Container className="divide-y p-0">
      <SectionHeader level="h1" title={t("suppressions.title")} hint={t("suppressions.hint")}>
        <Button
          size="small"
          variant="secondary"
          isLoading={exportFile.isPending}
          disabled={!data || data.count === 0}
          onClick={onExport}
        >
          {t("suppressions.export")}
        </Button>
        <FileButton onFile={onFile} isBusy={importFile.isPending} />
        <Button size="small" onClick={() => setAdding(true)}>
          {t("suppressions.add")}
        </Button>
      </SectionHeader>
      {report && <ImportedFile report={report} onDismiss={() => setReport(null)} />}
      <div className="flex flex-wrap gap-3 px-6 py-4">
        <div className="w-full sm:w-60">
          <Input
            size="small"
            aria-label={tOutreach("search")}
            placeholder={tOutreach("search")}
            maxLength={255}
            value={search}
            onChange={({ target }) => {
              setPage(0)
              setSearch(target.value)
            }}
          />
        </div>
        <div className="w-full sm:w-60">
          <Choice
            label={t("suppressions.reason")}
            value={reason}
            onChange={(value) => {
              setPage(0)
              setReason(value)
            }}
            options={[
              { value: ANY, label: t("suppressions.anyReason") },
              ...REASONS.map((value) => ({ value, label: t(`suppressions.reasons.${value}`) })),
            ]}
          />
        </div>
      </div>
      {data && data.count > 0 && (
        <>
          <SuppressionRows suppressions={data.suppressions} />
          <TablePages page={page} onPageChange={setPage} perPage={PER_PAGE} count={data.count} />
        </>
      )}
      <RowsState
        count={data?.count}
        error={error}
        isNarrowed={q !== "" || known !== undefined}
        none={{ title: t("suppressions.none"), hint: t("suppressions.noneHint") }}
        noMatch={{ title: t("suppressions.noMatch"), hint: t("suppressions.noMatchHint") }}
      />
      {isAdding && <SuppressionForm onClose={() => setAdding(false)} />}
    </Container>
  )
}
