import { Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import type { ListedMail } from "../../../hooks/use-outbox"

interface MailListProps {
  mails: readonly ListedMail[]
  openId: string | null
  onOpen: (id: string) => void
}

/** Mails as a mail program lists them. */
export const MailList = ({ mails, openId, onOpen }: MailListProps) => {
  const { t } = useTranslation("mails")
  const { dateTime } = useFormat()
  return (
    <ul aria-label={t("outbox.list")} className="divide-y">
      {mails.map(({ id, recipient, subject, created_at }) => (
        <li key={id}>
          <button
            type="button"
            aria-current={id === openId}
            onClick={() => onOpen(id)}
            className={clx(
              "focus-visible:shadow-borders-focus flex w-full flex-col gap-y-1 px-6 py-3 text-left outline-none",
              id === openId && "md:bg-ui-bg-highlight"
            )}
          >
            <Text as="span" size="small" weight="plus" className="w-full truncate">
              {recipient}
            </Text>
            <Text as="span" size="small" className="text-ui-fg-subtle w-full truncate">
              {subject}
            </Text>
            <Text as="span" size="xsmall" className="text-ui-fg-subtle">
              {dateTime(created_at)}
            </Text>
          </button>
        </li>
      ))}
    </ul>
  )
}
