import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { leadName } from "../../../lib/common/lead-name"
import type { ApprovedDrafts, Draft, Lead } from "../../../lib/playground/types"

interface RefusedDraftsProps extends Pick<ApprovedDrafts, "refused"> {
  drafts: readonly Draft[]
  leads: ReadonlyMap<string, Lead> | undefined
}

/** Which of the named drafts were not approved, each with its reason. */
export const RefusedDrafts = ({ refused, drafts, leads }: RefusedDraftsProps) => {
  const { t } = useTranslation("playground")
  const nameOf = (draftId: string) => {
    const draft = drafts.find(({ id }) => id === draftId)
    const lead = draft && leads?.get(draft.campaign_lead_id)
    return lead ? leadName(lead) : t("lead.unknown")
  }
  return (
    <div className="px-6 py-4">
      <Alert variant="warning" role="alert">
        <p className="txt-compact-small-plus">{t("bulk.refused", { count: refused.length })}</p>
        <ul className="list-disc pl-4">
          {refused.map(({ draft_id, message }) => (
            <li key={draft_id}>
              {nameOf(draft_id)}: {message}
            </li>
          ))}
        </ul>
      </Alert>
    </div>
  )
}
