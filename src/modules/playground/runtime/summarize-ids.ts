const SHOWN = 3

/** Ids for a line of the log: the first three and how many more there are. */
export function summarizeIds(ids: readonly string[]): string {
  const more = ids.length - SHOWN
  return ids.slice(0, SHOWN).join(", ") + (more > 0 ? ` and ${more} more` : "")
}
