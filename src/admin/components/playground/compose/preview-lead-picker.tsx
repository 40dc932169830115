import { TriangleLeftMini, TriangleRightMini } from "@medusajs/icons"
import { IconButton, Input, Text } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useSettled } from "../../../hooks/common/use-settled"
import { useLeadAt, useLeadsById } from "../../../hooks/use-leads"
import { leadName } from "../../../lib/common/lead-name"
import { ErrorNotice } from "../../common/error-notice"

interface PreviewLeadPickerProps {
  campaignId: string
  /** The lead that the preview is about. */
  shownLeadId: string | null
  onChange: (leadId: string) => void
}

/** Walks through the campaign's leads one by one, or through those that a search finds. */
export const PreviewLeadPicker = (props: PreviewLeadPickerProps) => {
  const { campaignId, shownLeadId, onChange } = props
  const { t } = useTranslation("playground")
  const [search, setSearch] = useState("")
  /** Null: not chosen, the server takes the first that a batch would take. */
  const [place, setPlace] = useState<number | null>(null)
  const q = useSettled(search.trim())
  const { data, error } = useLeadAt(campaignId, place ?? 0, q)
  const { data: named } = useLeadsById(campaignId, shownLeadId ? [shownLeadId] : [])

  const found = place === null ? undefined : data?.leads[0]
  const foundId = found?.id
  useEffect(() => {
    if (foundId) onChange(foundId)
  }, [foundId, onChange])

  const shown = found ?? named?.get(shownLeadId ?? "")
  const count = data?.count ?? 0
  const at = place ?? 0
  return (
    <div className="flex flex-col gap-3">
      <Input
        size="small"
        aria-label={t("preview.search")}
        placeholder={t("preview.search")}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value)
          setPlace(0)
        }}
      />
      <div className="flex min-w-0 items-center justify-between gap-x-2">
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("preview.previousLead")}
          disabled={at <= 0}
          onClick={() => setPlace(at - 1)}
        >
          <TriangleLeftMini />
        </IconButton>
        <div className="min-w-0 text-center" aria-live="polite">
          <Text size="small" weight="plus" className="truncate">
            {shown
              ? leadName(shown)
              : t(count === 0 && data ? "preview.noLead" : "preview.anyLead")}
          </Text>
          {shown && (
            <Text size="xsmall" className="text-ui-fg-subtle truncate">
              {[shown.email, shown.company].filter(Boolean).join(" · ")}
            </Text>
          )}
        </div>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("preview.nextLead")}
          disabled={at >= count - 1}
          onClick={() => setPlace(at + 1)}
        >
          <TriangleRightMini />
        </IconButton>
      </div>
      {error && <ErrorNotice title={t("preview.leadsFailed")} error={error} />}
    </div>
  )
}
