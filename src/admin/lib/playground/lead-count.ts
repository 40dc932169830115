/** Most leads of one batch. */
export const MAX_LEADS = 200

/** The number in a field; null unless it is a whole number from 1 to 200. */
export function parseLeadCount(text: string): number | null {
  const count = Number(text)
  return /^\d{1,3}$/.test(text) && count >= 1 && count <= MAX_LEADS ? count : null
}
