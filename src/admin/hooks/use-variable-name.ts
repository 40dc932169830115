import { useCallback } from "react"
import { useTranslation } from "react-i18next"

/** What a placeholder is called where a person reads it: a fact of the shop's customers in words. */
export function useVariableName(): (variable: string) => string {
  const { t } = useTranslation("playground")
  return useCallback(
    (variable) => {
      const [, fact] = /^customer\.(.+)/.exec(variable) ?? []
      return fact
        ? t("prompt.customerFact", { fact: t([`facts.customerFields.${fact}`, fact]) })
        : variable.replace(/^lead\./, "")
    },
    [t]
  )
}
