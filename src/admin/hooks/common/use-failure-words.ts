import { useCallback } from "react"
import { useTranslation } from "react-i18next"

/** What the server says of a failure: what kind it is, what it is about, and one English sentence. */
export interface Failure {
  code: string | null
  params: Readonly<Record<string, unknown>>
  message: string
}

/** Says in the person's language what went wrong; the server's own words where none are known. */
export function useFailureWords(): (failure: Failure) => string {
  const { t, i18n } = useTranslation("playground")
  return useCallback(
    ({ code, params, message }) => {
      const key = `failures.codes.${code}`
      if (!code || !i18n.exists(key, { ns: "playground" })) return message
      return t(key, { ...worded(params), message })
    },
    [t, i18n]
  )
}

/** A list becomes an enumeration, a name of a lead's field loses what every one of them begins with. */
const worded = (params: Failure["params"]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value : [value])
        .map((item: unknown) => (typeof item === "string" ? item : JSON.stringify(item)))
        .map((item) => item.replace(/^lead\./, ""))
        .join(", "),
    ])
  )
