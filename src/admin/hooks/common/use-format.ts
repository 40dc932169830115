import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { Cost } from "../../lib/playground/types"

const MINUTE_MS = 60_000

/** A code that is none stays as it is. */
function nameOf(locale: string, type: "language" | "region", code: string): string {
  try {
    return new Intl.DisplayNames(locale, { type }).of(code) ?? code
  } catch {
    return code
  }
}

/** Numbers, amounts and times as the dashboard's language writes them. */
export function useFormat() {
  const { t, i18n } = useTranslation("playground")
  return useMemo(() => {
    const locale = i18n.language
    const number = new Intl.NumberFormat(locale)
    const hundredths = new Intl.NumberFormat(locale, {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    })
    const hundredthsAtMost = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
    const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
    // A calendar day is the same everywhere.
    const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" })
    const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" })
    return {
      number: (value: number) => number.format(value),
      /** One digit behind the point, where there is something to say. */
      decimal: (value: number) => decimal.format(value),
      hundredths: (value: number) => hundredths.format(value),
      dateTime: (instant: string) => dateTime.format(new Date(instant)),
      /** @param date `YYYY-MM-DD` */
      day: (date: string) => day.format(new Date(date)),
      /** Small amounts keep two digits that say something: a draft may cost 0.0004. */
      cost: ({ amount, currency_code }: Cost) =>
        new Intl.NumberFormat(locale, {
          style: "currency",
          currency: currency_code.toUpperCase(),
          ...(amount > 0 && amount < 1 && { maximumSignificantDigits: 2 }),
        }).format(amount),
      money: (amount: number, currency_code: string) =>
        new Intl.NumberFormat(locale, { style: "currency", currency: currency_code }).format(
          amount
        ),
      /** @param code BCP 47 */
      language: (code: string) => nameOf(locale, "language", code),
      /** @param code ISO 3166 */
      country: (code: string) => nameOf(locale, "region", code),
      /** `ms` as seconds up to a minute, then as minutes. */
      duration: (ms: number) =>
        ms < MINUTE_MS
          ? t("duration.seconds", { count: Math.max(1, Math.round(ms / 1000)) })
          : t("duration.minutes", { count: Math.round(ms / MINUTE_MS) }),
      /** `ms` as seconds, however few. */
      latency: (ms: number) =>
        t("duration.s", { value: (ms < 1000 ? hundredthsAtMost : decimal).format(ms / 1000) }),
    }
  }, [t, i18n.language])
}
