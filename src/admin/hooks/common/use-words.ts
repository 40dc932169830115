import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { toWordedParams, type Said } from "../../lib/common/worded-params"

/** What the server's codes are about; the texts of each stand in `i18n/<language>/reasons.ts`. */
export type Subject = "checks" | "failures" | "flags" | "problems" | "refusals"

/** Says in the person's language what the server says in a code; in its own words where it must. */
export function useWords(subject: Subject): (said: Said) => string {
  const { t, i18n } = useTranslation("playground")
  return useCallback(
    ({ code, params, message }) => {
      const key = `${subject}.codes.${code}`
      if (!code || !i18n.exists(key, { ns: "playground" })) return message
      const partOf = (room: string, name: string) => {
        const rooms = [
          `playground:${subject}.${room}`,
          `playground:flags.${room}`,
          `playground:facts.${room}`,
          `sending:${room}`,
        ]
        const known = rooms.map((at) => `${at}.${name}`).find((at) => i18n.exists(at))
        return known ? i18n.t(known) : null
      }
      const values = toWordedParams(params ?? {}, i18n.language, partOf)
      // Where the server names no parameters, its own words say more than a gap.
      const needed = t(key, { skipInterpolation: true }).matchAll(/\{\{\s*(\w+)\s*\}\}/g)
      return [...needed].every(([, name = ""]) => name in values) ? t(key, values) : message
    },
    [subject, t, i18n]
  )
}
