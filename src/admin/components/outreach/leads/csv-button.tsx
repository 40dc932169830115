import { Button, toast } from "@medusajs/ui"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import { useLeadActions } from "../../../hooks/use-leads"
import { useReason } from "../../../hooks/common/use-reason"
import type { ImportReport } from "../../../lib/outreach/types"

interface CsvButtonProps {
  campaignId: string
  onImported: (report: ImportReport) => void
}

/** Chooses a file and uploads it. */
export const CsvButton = ({ campaignId, onImported }: CsvButtonProps) => {
  const { t } = useTranslation("outreach")
  const reasonOf = useReason()
  const input = useRef<HTMLInputElement>(null)
  const { add } = useLeadActions(campaignId)
  const upload = (csv: File) =>
    add.mutate(
      { csv },
      {
        onSuccess: onImported,
        onError: (error) => toast.error(t("leads.notImported"), { description: reasonOf(error) }),
      }
    )
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        className="hidden"
        aria-label={t("leads.upload")}
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) upload(file)
          // The same file again is a change as well.
          event.target.value = ""
        }}
      />
      <Button
        size="small"
        variant="secondary"
        isLoading={add.isPending}
        onClick={() => input.current?.click()}
      >
        {t("leads.upload")}
      </Button>
    </>
  )
}
