import { Badge, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import type { NamedPromptVersion } from "../../../lib/playground/verdict-types"
import { RequestedBy } from "../../common/requested-by"

interface VersionCardProps {
  version: NamedPromptVersion
  /** It is the campaign's prompt now. */
  isUsed: boolean
  isBusy: boolean
  onLoad: () => void
  onRestore: () => void
  onUse: () => void
}

/** A version with its text and what came of it. */
export const VersionCard = (props: VersionCardProps) => {
  const { version, isUsed, isBusy, onLoad, onRestore, onUse } = props
  const { t } = useTranslation("verdict")
  const format = useFormat()
  const { text, note, created_at, created_by, is_current } = version
  const when = format.dateTime(created_at)
  return (
    <li className="flex min-w-0 flex-col gap-y-2 rounded-lg border p-4">
      <div className="flex flex-wrap items-center gap-2">
        <Text size="small" weight="plus">
          {when}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          <RequestedBy actorId={created_by} />
        </Text>
        {is_current && <Badge size="2xsmall">{t("library.current")}</Badge>}
        {isUsed && (
          <Badge size="2xsmall" color="green">
            {t("library.inUse")}
          </Badge>
        )}
      </div>
      {note && (
        <Text size="small" className="text-ui-fg-subtle break-words">
          {note}
        </Text>
      )}
      <div
        dir="auto"
        tabIndex={0}
        role="region"
        aria-label={t("library.textOf", { when })}
        className="bg-ui-bg-subtle txt-small max-h-40 overflow-y-auto whitespace-pre-wrap break-words rounded p-3"
      >
        {text}
      </div>
      <Outcome outcome={version.outcome} />
      <div className="flex flex-wrap gap-2">
        <Button size="small" variant="secondary" onClick={onLoad}>
          {t("library.load")}
        </Button>
        {!is_current && (
          <Button size="small" variant="secondary" disabled={isBusy} onClick={onRestore}>
            {t("library.restore")}
          </Button>
        )}
        {!isUsed && (
          <Button size="small" variant="transparent" disabled={isBusy} onClick={onUse}>
            {t("library.use")}
          </Button>
        )}
      </div>
    </li>
  )
}

type CountName = "failed" | "flagged" | "approved" | "edited" | "rejected"

const Outcome = ({ outcome }: Pick<NamedPromptVersion, "outcome">) => {
  const { t } = useTranslation("verdict")
  const format = useFormat()
  const { batches, drafted, judgements, mean_edited_share } = outcome
  if (batches === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("library.untried")}
      </Text>
    )
  }
  const countsOf = (names: readonly CountName[]) =>
    names
      .filter((name) => outcome[name] > 0)
      .map((name) => t(`library.outcome.${name}`, { count: outcome[name] }))
  const said = [
    t("library.outcome.drafted", { count: drafted }),
    ...countsOf(["failed", "flagged", "approved", "edited"]),
    ...(mean_edited_share === null
      ? []
      : [t("library.outcome.editedShare", { percent: format.decimal(100 * mean_edited_share) })]),
    ...countsOf(["rejected"]),
    ...(judgements.count > 0
      ? [t("library.outcome.judged", { good: judgements.good, bad: judgements.bad })]
      : []),
    ...(judgements.mean_score === null
      ? []
      : [t("library.outcome.score", { score: format.decimal(judgements.mean_score) })]),
  ]
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {said.join(" · ")}
    </Text>
  )
}
