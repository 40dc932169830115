/** Most leads of one batch. */
export const MAX_LEADS = 200

const USUAL_LEADS = 50

/** What stands in a number's field that nobody has filled in: no more than there are leads, as far as that is known. */
export const usualLeadCount = (leads: number | undefined): string =>
  String(Math.min(USUAL_LEADS, leads || USUAL_LEADS))

/** The number in a field; null unless it is a whole number from 1 to 200. */
export function parseLeadCount(text: string): number | null {
  const count = Number(text)
  return /^\d{1,3}$/.test(text) && count >= 1 && count <= MAX_LEADS ? count : null
}
