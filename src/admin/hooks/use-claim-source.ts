import { useTranslation } from "react-i18next"
import { wordCustomerFact } from "../lib/playground/customer-facts"
import { toText } from "../lib/playground/lead-facts"
import type { JudgedClaim } from "../lib/playground/verdict-types"
import { useFormat } from "./common/use-format"

/** A field as the pages beside the draft call it, and what it held. */
export interface ClaimSource {
  name: string
  value: string
}

/** Words where a claim comes from; null: nowhere. */
export function useClaimSource(): (claim: JudgedClaim) => ClaimSource | null {
  const { t } = useTranslation("judge")
  const { t: ofPlayground } = useTranslation("playground")
  const format = useFormat()

  const toName = (room: string, names: readonly string[]) => {
    const name = names.join(".")
    const last = names.join(" › ")
    if (room === "lead") {
      const shown = names[0] === "attributes" ? names.slice(1).join(" › ") : last
      return ofPlayground([`facts.fields.${name}`, shown], { defaultValue: shown })
    }
    if (room === "customer") return ofPlayground([`facts.customerFields.${name}`, last])
    if (room === "sender" && name !== "profile_name") {
      return t([`sources.ofSender.${name}`, "sources.sender"], { name: last })
    }
    return t([room === "sender" ? `sources.${name}` : `sources.${room}.${name}`, last])
  }
  return ({ field, value }) => {
    if (field === null) return null
    const [room = "", ...names] = field.split(".")
    const isFact = room === "customer" && (typeof value === "string" || typeof value === "number")
    const words = { yes: ofPlayground("facts.yes"), no: ofPlayground("facts.no") }
    return {
      name: toName(room, names),
      value: (isFact && wordCustomerFact(names.join("."), value, format)) || toText(value, words),
    }
  }
}
