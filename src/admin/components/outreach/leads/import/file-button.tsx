import { Button } from "@medusajs/ui"
import { useRef } from "react"
import { useTranslation } from "react-i18next"

/** Workbooks too: they are told from CSV by what is in them, and the way out is shown. */
const ACCEPTED = ".csv,.tsv,.txt,.xlsx,.xls,text/csv"

interface FileButtonProps {
  onFile: (file: File) => void
  /** The last one is being read. */
  isBusy?: boolean
}

/** Chooses a file with leads, or with addresses. */
export const FileButton = ({ onFile, isBusy }: FileButtonProps) => {
  const { t } = useTranslation("outreach")
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        className="hidden"
        aria-label={t("leads.upload")}
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) onFile(file)
          // The same file again is a change as well.
          event.target.value = ""
        }}
      />
      <Button
        size="small"
        variant="secondary"
        isLoading={isBusy}
        onClick={() => input.current?.click()}
      >
        {t("leads.upload")}
      </Button>
    </>
  )
}
