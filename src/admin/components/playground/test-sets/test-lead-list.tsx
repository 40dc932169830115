import { Button, Container, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { TestLead } from "../../../lib/playground/evaluation-types"
import { SectionHeader } from "../../common/section-header"
import { LeadFacts } from "../drafts/lead-facts"
import { useTestLeadName } from "./use-test-lead-name"

/** So many stand there at first: what ran against them matters more. */
const SHOWN = 10

const NO_TEXT = { subject: "", body: "" }

/** The leads of a set as they were when it was made, each with its facts. */
export const TestLeadList = ({ leads }: { leads: readonly TestLead[] }) => {
  const { t } = useTranslation("testSets")
  const nameOf = useTestLeadName()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? leads : leads.slice(0, SHOWN)
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("leads.title")} hint={t("leads.hint")} />
      <ol className="divide-y">
        {shown.map(({ id, code, label, snapshot }) => (
          <li key={id} className="px-6 py-3">
            <details>
              <summary className="txt-compact-small cursor-pointer break-words">
                <bdi>{nameOf({ code, label })}</bdi>
                <Text as="span" size="small" className="text-ui-fg-subtle break-words">
                  {" · "}
                  <bdi>{snapshot.company?.trim().slice(0, 60) || snapshot.email}</bdi>
                </Text>
              </summary>
              <div className="pt-3">
                <LeadFacts lead={snapshot} customer={snapshot.customer} text={NO_TEXT} />
              </div>
            </details>
          </li>
        ))}
      </ol>
      {shown.length < leads.length && (
        <div className="px-6 py-3">
          <Button size="small" variant="transparent" onClick={() => setWhole(true)}>
            {t("leads.more", { count: leads.length })}
          </Button>
        </div>
      )}
    </Container>
  )
}
