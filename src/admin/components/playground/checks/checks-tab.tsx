import { Button, Container, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFailureToast } from "../../../hooks/common/use-failure-toast"
import { useCheckedBatch, useChecks, useSaveChecks } from "../../../hooks/use-checks"
import type { BatchStatus } from "../../../lib/playground/types"
import type { Check } from "../../../lib/playground/verdict-types"
import { EmptyState } from "../../common/empty-state"
import { ErrorNotice } from "../../common/error-notice"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { SectionHeader } from "../../common/section-header"
import { CheckFile } from "./check-file"
import { CheckForm } from "./check-form"
import { CheckRow } from "./check-row"

/** The server takes no more. */
const MOST = 50

interface ChecksTabProps {
  campaignId: string
  /** The batch in view; undefined: there is none. */
  state: BatchStatus | undefined
}

/** What the campaign's drafts must keep, and how those in view do. */
export const ChecksTab = ({ campaignId, state }: ChecksTabProps) => {
  const { t } = useTranslation("verdict")
  const tellFailure = useFailureToast()
  const { data, error } = useChecks(campaignId)
  const save = useSaveChecks(campaignId)
  const batchId = state?.batch_id ?? null
  const { data: checked } = useCheckedBatch(campaignId, batchId, state?.overall.succeeded ?? 0)
  /** Place of the one that is edited; the length of the list: a new one. */
  const [edited, setEdited] = useState<number | null>(null)
  const checks = data?.checks ?? []
  const replace = (next: readonly Check[], onSuccess?: () => void) =>
    save.mutate(next, {
      onSuccess,
      onError: (failure) => tellFailure(t("checks.notSaved"), failure),
    })
  const move = (from: number, to: number) => {
    const next = [...checks]
    const [moved] = next.splice(from, 1)
    if (moved) replace([...next.slice(0, to), moved, ...next.slice(to)])
  }
  const failingOf = (place: number) =>
    checked?.drafts.find(({ results }) =>
      results.some(({ check, passed }) => check === place && !passed)
    )
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("checks.title")} hint={t("checks.hint")}>
        <CheckFile
          checks={checks}
          onRead={(read) => replace(read, () => toast.success(t("checks.read")))}
        />
        <Button
          size="small"
          disabled={!data || checks.length >= MOST}
          onClick={() => setEdited(checks.length)}
        >
          {t("checks.add")}
        </Button>
      </SectionHeader>
      {error && !data && (
        <div className="p-6">
          <ErrorNotice title={t("checks.failed")} error={error} />
        </div>
      )}
      {!data && !error && <RowsSkeleton />}
      {data && checks.length === 0 && (
        <EmptyState title={t("checks.none")} hint={t("checks.noneHint")} />
      )}
      {checks.length > 0 && (
        <ol className="divide-y" aria-label={t("checks.title")}>
          {checks.map((check, place) => (
            <CheckRow
              key={`${place} ${JSON.stringify(check)}`}
              check={check}
              sums={checked?.checks[place]}
              failing={batchId === null ? null : { batchId, draftId: failingOf(place)?.draft_id }}
              isBusy={save.isPending}
              onEdit={() => setEdited(place)}
              onRemove={() => replace(checks.filter((_, other) => other !== place))}
              onUp={place === 0 ? undefined : () => move(place, place - 1)}
              onDown={place === checks.length - 1 ? undefined : () => move(place, place + 1)}
            />
          ))}
        </ol>
      )}
      {edited !== null && (
        <CheckForm
          check={checks[edited] ?? null}
          isSaving={save.isPending}
          error={save.error}
          onSave={(check) =>
            save.mutate([...checks.slice(0, edited), check, ...checks.slice(edited + 1)], {
              onSuccess: () => setEdited(null),
            })
          }
          onClose={() => {
            save.reset()
            setEdited(null)
          }}
        />
      )}
    </Container>
  )
}
