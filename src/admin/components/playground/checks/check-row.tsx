import { ArrowDownMini, ArrowUpMini, PencilSquare, Trash } from "@medusajs/icons"
import { Badge, Button, IconButton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Check, CheckedBatch } from "../../../lib/playground/verdict-types"
import { useCheckWords } from "./use-check-words"

interface CheckRowProps {
  check: Check
  /** Over the batch in view; undefined: there is none. */
  sums: CheckedBatch["checks"][number] | undefined
  /** A draft that does not keep it. */
  failing: { batchId: string; draftId: string | undefined } | null
  isBusy: boolean
  onEdit: () => void
  onRemove: () => void
  /** Undefined: it stands at that end. */
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
}

/** One check in words, how the batch keeps it, and what can be done with it. */
export const CheckRow = (props: CheckRowProps) => {
  const { check, sums, failing, isBusy } = props
  const { t } = useTranslation("verdict")
  const sentence = useCheckWords()(check)
  const actions = [
    { name: "up", Icon: ArrowUpMini, act: props.onUp },
    { name: "down", Icon: ArrowDownMini, act: props.onDown },
    { name: "edit", Icon: PencilSquare, act: props.onEdit },
    { name: "remove", Icon: Trash, act: props.onRemove },
  ] as const
  const total = sums ? sums.passed + sums.failed : 0
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-3">
      <Text size="small" className="min-w-0 flex-1 basis-60 break-words">
        {sentence}
      </Text>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {sums && total > 0 && (
          <Badge
            size="2xsmall"
            className="whitespace-nowrap"
            color={sums.failed === 0 ? "green" : "orange"}
          >
            {t("checks.sums", { passed: sums.passed, count: total })}
          </Badge>
        )}
        {failing?.draftId && (
          <Button asChild size="small" variant="secondary">
            <Link
              to={`?batch_id=${failing.batchId}&draft_id=${failing.draftId}`}
              aria-label={t("library.of", { label: t("checks.show"), name: sentence })}
            >
              {t("checks.show")}
            </Link>
          </Button>
        )}
        <div className="flex">
          {actions.map(({ name, Icon, act }) => (
            <IconButton
              key={name}
              size="small"
              variant="transparent"
              disabled={isBusy || !act}
              aria-label={t("library.of", { label: t(`checks.actions.${name}`), name: sentence })}
              onClick={act}
            >
              <Icon />
            </IconButton>
          ))}
        </div>
      </div>
    </li>
  )
}
