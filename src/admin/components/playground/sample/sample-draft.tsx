import { Badge, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useWords } from "../../../hooks/common/use-words"
import type { Sample } from "../../../hooks/use-sample"
import { DiffText } from "../../common/diff-text"

type SampleDraftProps = ReturnType<Sample["resultOf"]> & { name: string; isTried: boolean }

/** One lead's draft of the last try, with what changed from the try before. */
export const SampleDraft = ({ name, isTried, progress, draft, before }: SampleDraftProps) => {
  const { t } = useTranslation("playground")
  const wordsOf = useWords("failures")
  return (
    <section aria-label={name} className="flex flex-col gap-y-2 rounded-lg border p-3">
      <div className="flex items-center justify-between gap-x-2">
        <Text size="small" weight="plus" className="truncate">
          {name}
        </Text>
        {draft && draft.flags.length > 0 && (
          <Badge size="2xsmall" color="orange">
            {t("flags.count", { count: draft.flags.length })}
          </Badge>
        )}
      </div>
      {draft ? (
        <div dir="auto" className="flex flex-col gap-y-2">
          <div className="txt-small-plus">
            <DiffText before={before?.subject ?? draft.subject} after={draft.subject} />
          </div>
          <div className="txt-small">
            <DiffText before={before?.body ?? draft.body} after={draft.body} />
          </div>
        </div>
      ) : progress?.status === "failed" ? (
        <Text size="small" className="text-ui-fg-error break-words">
          {progress.error ? wordsOf(progress.error) : t("retry.noReason")}
        </Text>
      ) : (
        isTried && <Skeleton className="h-16 w-full" />
      )}
    </section>
  )
}
