import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Email } from "../../../lib/playground/kept"
import { EmailChanges } from "./email-changes"
import { EmailText } from "./email-text"

interface BegunEditProps {
  /** What stands without it: what was drafted, or what is approved. */
  before: Email
  edit: Email
}

/** An edit that was begun: the text that will be approved, and that it is not yet. */
export const BegunEdit = ({ before, edit }: BegunEditProps) => {
  const { t } = useTranslation("playground")
  return (
    <div className="flex flex-col gap-y-4">
      <Alert variant="info">
        <p className="txt-compact-small-plus">{t("edit.begun")}</p>
        <p>{t("edit.begunHint")}</p>
      </Alert>
      <EmailText subject={edit.subject} body={edit.body} />
      <EmailChanges before={before} after={edit} />
    </div>
  )
}
