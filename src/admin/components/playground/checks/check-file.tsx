import { Button, toast } from "@medusajs/ui"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import { saveFile } from "../../../lib/common/save-file"
import { readCheckFile } from "../../../lib/playground/check-values"
import type { Check } from "../../../lib/playground/verdict-types"

interface CheckFileProps {
  checks: readonly Check[]
  onRead: (checks: Check[]) => void
}

/** The list from a file and to one, as `PUT …/checks` takes it. */
export const CheckFile = ({ checks, onRead }: CheckFileProps) => {
  const { t } = useTranslation("verdict")
  const input = useRef<HTMLInputElement>(null)
  const read = async (file: File) => {
    const found = readCheckFile(await file.text())
    if (found) onRead(found)
    else toast.error(t("checks.noFile"))
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className="hidden"
        aria-label={t("checks.fromFile")}
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) void read(file)
          // The same file again is a change as well.
          event.target.value = ""
        }}
      />
      <Button size="small" variant="transparent" onClick={() => input.current?.click()}>
        {t("checks.fromFile")}
      </Button>
      {checks.length > 0 && (
        <Button
          size="small"
          variant="transparent"
          onClick={() =>
            saveFile(
              `${JSON.stringify({ checks }, null, 2)}\n`,
              t("checks.file"),
              "application/json"
            )
          }
        >
          {t("checks.toFile")}
        </Button>
      )}
    </>
  )
}
