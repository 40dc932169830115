import { CheckMini } from "@medusajs/icons"
import { Badge, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useClaimSource } from "../../../hooks/use-claim-source"
import type { JudgedClaim } from "../../../lib/playground/verdict-types"

/** Every claim of a mail, with what was known of the lead that supports it; others are marked. */
export const ClaimList = ({ claims }: { claims: readonly JudgedClaim[] }) => {
  const { t } = useTranslation("judge")
  const sourceOf = useClaimSource()
  const titleId = useId()
  if (claims.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("draft.noClaims")}
      </Text>
    )
  }
  return (
    <div className="flex flex-col gap-y-2">
      <Text id={titleId} size="small" className="text-ui-fg-subtle">
        {t("draft.claims")}
      </Text>
      <ul aria-labelledby={titleId} className="txt-small flex flex-col gap-y-2">
        {claims.map((claim, place) => {
          const source = sourceOf(claim)
          return (
            <li key={place} className="flex min-w-0 flex-col gap-y-0.5">
              <span dir="auto" className="break-words">
                {t("draft.claim", { text: claim.text })}
              </span>
              {source ? (
                <span className="text-ui-fg-subtle flex min-w-0 items-start gap-x-1">
                  <CheckMini aria-hidden className="text-ui-tag-green-text mt-0.5 shrink-0" />
                  <span className="sr-only">{t("draft.supported")}</span>
                  <span dir="auto" className="min-w-0 break-words">
                    {source.value ? `${source.name}: ${source.value}` : source.name}
                  </span>
                </span>
              ) : (
                <span className="flex flex-wrap items-center gap-x-2">
                  <Badge size="2xsmall" color="red">
                    {t("draft.unsupported")}
                  </Badge>
                  <span className="text-ui-fg-subtle">{t("draft.unsupportedHint")}</span>
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
