import { Heading } from "@medusajs/ui"
import { useDeferredValue } from "react"
import { useTranslation } from "react-i18next"
import type { Email } from "../../../lib/playground/kept"
import { DiffText } from "../../common/diff-text"

/** What a reviewer changed, word by word. */
export const EmailChanges = ({ before, after }: { before: Email; after: Email }) => {
  const { t } = useTranslation("playground")
  // Typing goes first: a long mail takes a moment to compare.
  const subject = useDeferredValue(after.subject)
  const body = useDeferredValue(after.body)
  if (subject === before.subject && body === before.body) return null
  return (
    <section
      aria-label={t("edit.changes")}
      className="bg-ui-bg-subtle flex flex-col gap-y-2 rounded-lg border p-3"
    >
      <Heading level="h3">{t("edit.changes")}</Heading>
      {subject !== before.subject && (
        <div className="txt-small-plus">
          <DiffText before={before.subject} after={subject} />
        </div>
      )}
      {body !== before.body && (
        <div className="txt-small">
          <DiffText before={before.body} after={body} />
        </div>
      )}
    </section>
  )
}
