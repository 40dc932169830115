import { useTranslation } from "react-i18next"
import type { Check } from "../../../lib/playground/verdict-types"

/** Says a check as a sentence; one with a name goes by that. */
export function useCheckWords(): (check: Check) => string {
  const { t, i18n } = useTranslation("verdict")
  return (check) => {
    if (check.name) return check.name
    switch (check.type) {
      case "words":
      case "characters": {
        const { type, min, max } = check
        const bounds = min === undefined ? "max" : max === undefined ? "min" : "both"
        return t(`checks.says.${type}.${bounds}`, {
          part: t(`checks.parts.${check.part}`),
          min,
          max,
        })
      }
      case "contains":
      case "not_contains":
        return t(`checks.says.${check.type}`, {
          part: t(`checks.parts.${check.part}`),
          text: check.text,
        })
      case "matches":
      case "not_matches":
        return t(`checks.says.${check.type}`, {
          part: t(`checks.parts.${check.part}`),
          text: check.pattern,
        })
      case "language": {
        const names = new Intl.DisplayNames([i18n.language], { type: "language" })
        return t("checks.says.language", { language: names.of(check.language) ?? check.language })
      }
      case "reading_level":
        return t("checks.says.reading_level", { max: check.max })
      case "links":
        return check.hosts && check.hosts.length > 0
          ? t("checks.says.linksTo", { count: check.max, hosts: check.hosts.join(", ") })
          : t("checks.says.links", { count: check.max })
      case "avoid":
        return t("checks.says.avoid", { phrases: check.phrases.join(", ") })
      case "unlike_others":
        return t("checks.says.unlike_others", { count: check.words })
      case "names_company":
      case "one_question":
        return t(`checks.says.${check.type}`)
    }
  }
}
