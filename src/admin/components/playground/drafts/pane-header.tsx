import { ArrowLeftMini, TriangleLeftMini, TriangleRightMini } from "@medusajs/icons"
import { Button, Heading, IconButton, Text } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import type { DraftDesk } from "../../../hooks/use-draft-desk"
import type { Draft, Lead } from "../../../lib/playground/types"
import { ReviewBadge } from "../common/review-badge"

interface PaneHeaderProps {
  draft: Draft
  lead: Lead | undefined
  name: string
  desk: DraftDesk
  count: number
}

/** Whom the draft is for, and the way to its neighbours. */
export const PaneHeader = ({ draft, lead, name, desk, count }: PaneHeaderProps) => {
  const { t } = useTranslation("playground")
  const back = useRef<HTMLButtonElement>(null)
  const { isPaneOpen } = desk
  useEffect(() => {
    // The list that had the focus is gone. Without effect where both have room: no button then.
    if (isPaneOpen) back.current?.focus()
  }, [isPaneOpen])
  const about = [lead?.email, lead?.title, lead?.company].filter(Boolean).join(" · ")
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Button
        ref={back}
        size="small"
        variant="transparent"
        className="-ml-2 w-fit md:hidden"
        onClick={desk.backToList}
      >
        <ArrowLeftMini />
        {t("drafts.back")}
      </Button>
      <div className="flex flex-col gap-2 sm:flex-row sm:items-start sm:justify-between">
        <div className="min-w-0">
          <Heading level="h3" className="break-words">
            {name}
          </Heading>
          <Text size="small" className="text-ui-fg-subtle min-h-[20px] break-words">
            {about}
          </Text>
        </div>
        <div className="flex shrink-0 items-center gap-x-2">
          <ReviewBadge status={draft.review_status} />
          <Text size="small" className="text-ui-fg-subtle">
            {t("drafts.place", { place: desk.place + 1, count })}
          </Text>
          <IconButton
            size="small"
            variant="transparent"
            aria-label={t("drafts.previous")}
            disabled={desk.place === 0}
            onClick={() => desk.move(-1)}
          >
            <TriangleLeftMini />
          </IconButton>
          <IconButton
            size="small"
            variant="transparent"
            aria-label={t("drafts.next")}
            disabled={desk.place >= count - 1}
            onClick={() => desk.move(1)}
          >
            <TriangleRightMini />
          </IconButton>
        </div>
      </div>
    </div>
  )
}
