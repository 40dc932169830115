import { useTranslation } from "react-i18next"
import type { Suppression } from "../../../hooks/use-suppressions"

/** What a person calls it: an address, everybody at a domain, or an address that is not kept. */
export function useSuppressionName(): (suppression: Suppression) => string {
  const { t } = useTranslation("mails")
  return ({ kind, value }) => (kind === "address" ? value : t(`suppressions.${kind}`, { value }))
}
