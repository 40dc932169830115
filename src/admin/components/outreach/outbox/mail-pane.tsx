import { ArrowDownTray, ArrowLeftMini } from "@medusajs/icons"
import { Button, Heading, Tabs } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import { useOutboxMail, type Mail } from "../../../hooks/use-outbox"
import { saveFile } from "../../../lib/common/save-file"
import { ErrorNotice } from "../../common/error-notice"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { LinkedText } from "./linked-text"

interface MailPaneProps {
  id: string | null
  onBack: () => void
}

/** One mail as it would arrive. */
export const MailPane = ({ id, onBack }: MailPaneProps) => {
  const { t } = useTranslation("mails")
  const { data: mail, error } = useOutboxMail(id)
  return (
    <article aria-label={t("mail.label")} className="flex min-w-0 flex-col">
      <div className="px-6 pt-4 md:hidden">
        <Button size="small" variant="transparent" className="-ml-2" onClick={onBack}>
          <ArrowLeftMini />
          {t("mail.back")}
        </Button>
      </div>
      {mail ? (
        <ReadMail key={mail.id} mail={mail} />
      ) : error ? (
        <div className="p-6">
          <ErrorNotice title={t("mail.failed")} error={error} />
        </div>
      ) : (
        <RowsSkeleton />
      )}
    </article>
  )
}

const PRE = "txt-small whitespace-pre-wrap break-words font-sans"

const ReadMail = ({ mail }: { mail: Mail }) => {
  const { t } = useTranslation("mails")
  const { dateTime } = useFormat()
  const facts = [
    { label: t("mail.from"), value: mail.from },
    { label: t("mail.to"), value: mail.to },
    { label: t("mail.date"), value: dateTime(mail.created_at) },
  ]
  return (
    <div className="flex flex-col divide-y">
      <div className="flex flex-wrap items-start justify-between gap-3 px-6 py-4">
        <div className="flex min-w-0 flex-col gap-y-2">
          <Heading level="h2" className="break-words">
            {mail.subject}
          </Heading>
          <dl className="txt-small flex flex-col gap-y-1">
            {facts.map(({ label, value }) => (
              <div key={label} className="flex gap-x-2">
                <dt className="text-ui-fg-subtle min-w-12 shrink-0">{label}</dt>
                <dd className="min-w-0 break-words">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
        <Button
          size="small"
          variant="secondary"
          onClick={() => saveFile(mail.eml, "mail.eml", "message/rfc822")}
        >
          <ArrowDownTray />
          {t("mail.save")}
        </Button>
      </div>
      <Tabs defaultValue="text" className="flex flex-col gap-y-4 px-6 py-4">
        <Tabs.List aria-label={t("mail.parts")} className="flex-wrap">
          <Tabs.Trigger value="text">{t("mail.text")}</Tabs.Trigger>
          {mail.html !== null && <Tabs.Trigger value="html">{t("mail.html")}</Tabs.Trigger>}
          <Tabs.Trigger value="headers">{t("mail.headers")}</Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="text">
          <pre className={PRE}>
            <LinkedText text={mail.text} />
          </pre>
        </Tabs.Content>
        {mail.html !== null && (
          <Tabs.Content value="html">
            {/* Without scripts, forms or cookies of ours: a lead's data may stand in it. */}
            <iframe
              title={t("mail.html")}
              sandbox=""
              srcDoc={mail.html}
              className="h-96 w-full rounded-md border bg-white"
            />
          </Tabs.Content>
        )}
        <Tabs.Content value="headers">
          <dl className="txt-small flex flex-col gap-y-2">
            {mail.headers.map(({ name, value }, place) => (
              <div key={place} className="flex flex-col sm:flex-row sm:gap-x-3">
                <dt className="text-ui-fg-subtle shrink-0 sm:w-48">{name}</dt>
                <dd className="min-w-0 break-words [overflow-wrap:anywhere]">{value}</dd>
              </div>
            ))}
          </dl>
        </Tabs.Content>
      </Tabs>
    </div>
  )
}
