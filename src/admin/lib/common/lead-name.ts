import type { Lead } from "../playground/types"

/** What a lead is called in lists: its name, else its address. */
export function leadName(lead: Pick<Lead, "email" | "first_name" | "last_name">): string {
  const name = [lead.first_name, lead.last_name].filter((part) => part?.trim()).join(" ")
  return name || lead.email
}
