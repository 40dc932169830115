import { CheckMini } from "@medusajs/icons"
import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { listFacts } from "../../../lib/playground/lead-facts"
import type { Lead } from "../../../lib/playground/types"

interface LeadFactsProps {
  lead: Lead
  /** The text whose claims are to be checked. */
  text: { subject: string; body: string }
}

/** What is known of the lead, beside what is written to it; what the text uses is marked. */
export const LeadFacts = ({ lead, text }: LeadFactsProps) => {
  const { t } = useTranslation("playground")
  return (
    <aside aria-label={t("facts.lead")} className="flex flex-col gap-y-2">
      <Heading level="h3">{t("facts.lead")}</Heading>
      <dl className="txt-compact-small flex flex-col gap-y-2">
        {listFacts(lead, text).map(({ name, value, isUsed }) => (
          <div key={name} className="min-w-0">
            <dt className="text-ui-fg-subtle flex items-center gap-x-1">
              {t([`facts.fields.${name}`, name])}
              {isUsed && (
                <span className="text-ui-tag-green-text flex items-center">
                  <CheckMini aria-hidden />
                  {t("facts.used")}
                </span>
              )}
            </dt>
            <dd dir="auto" className="break-words">
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </aside>
  )
}
