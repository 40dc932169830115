import { CheckMini } from "@medusajs/icons"
import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import { listCustomerFacts } from "../../../lib/playground/customer-facts"
import { listFacts, type KnownLead, type LeadFact } from "../../../lib/playground/lead-facts"
import type { Draft } from "../../../lib/playground/types"

interface LeadFactsProps {
  lead: KnownLead | undefined
  /** What the shop knew when the draft was written. */
  customer: Draft["customer"]
  /** The text whose claims are to be checked. */
  text: { subject: string; body: string }
}

/** What is known of the lead, beside what is written to it; what the text uses is marked. */
export const LeadFacts = ({ lead, customer, text }: LeadFactsProps) => {
  const { t } = useTranslation("playground")
  const format = useFormat()
  return (
    <aside aria-label={t("facts.lead")} className="flex flex-col gap-y-4">
      {lead && (
        <Facts
          title={t("facts.lead")}
          facts={listFacts(lead, text, { yes: t("facts.yes"), no: t("facts.no") })}
          words="facts.fields"
        />
      )}
      {customer && (
        <Facts
          title={t("facts.customer")}
          facts={listCustomerFacts(customer, text, format)}
          words="facts.customerFields"
        />
      )}
    </aside>
  )
}

interface FactsProps {
  title: string
  facts: LeadFact[]
  /** Where the texts have the names of these facts. */
  words: string
}

const Facts = ({ title, facts, words }: FactsProps) => {
  const { t } = useTranslation("playground")
  return (
    <section className="flex flex-col gap-y-2">
      <Heading level="h3">{title}</Heading>
      <dl className="txt-compact-small flex flex-col gap-y-2">
        {facts.map(({ name, value, isUsed }) => (
          <div key={name} className="min-w-0">
            <dt className="text-ui-fg-subtle flex items-center gap-x-1">
              {t([`${words}.${name}`, name])}
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
    </section>
  )
}
