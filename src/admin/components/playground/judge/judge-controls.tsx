import { Button, Text, toast } from "@medusajs/ui"
import type { UseMutationResult } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { useFailureToast } from "../../../hooks/common/use-failure-toast"

interface JudgeControlsProps {
  /** Undefined: nothing is left to ask about. What it will use stands before the button. */
  offer: { estimate: string; label: string } | undefined
  /** It is at work, and may be stopped. */
  canStop: boolean
  ask: UseMutationResult<{ enqueued: number }, Error, void>
  stop: UseMutationResult<unknown, Error, void>
}

/** The button that asks the judge, with what that will use; and the one that stops it. */
export const JudgeControls = ({ offer, canStop, ask, stop }: JudgeControlsProps) => {
  const { t } = useTranslation("judge")
  const tellFailure = useFailureToast()
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {offer && (
        <>
          <Text size="small" className="text-ui-fg-subtle">
            {offer.estimate}
          </Text>
          <Button
            size="small"
            variant="secondary"
            isLoading={ask.isPending}
            onClick={() =>
              ask.mutate(undefined, {
                onSuccess: ({ enqueued }) => enqueued === 0 && toast.info(t("ask.nothing")),
                onError: (error) => tellFailure(t("ask.failed"), error),
              })
            }
          >
            {offer.label}
          </Button>
        </>
      )}
      {canStop && (
        <Button
          size="small"
          variant="secondary"
          isLoading={stop.isPending}
          onClick={() =>
            stop.mutate(undefined, {
              onSuccess: () => toast.success(t("running.stopped")),
              onError: (error) => tellFailure(t("running.notStopped"), error),
            })
          }
        >
          {t("running.stop")}
        </Button>
      )}
    </div>
  )
}
