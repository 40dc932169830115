/** What a field holds, or null where nothing was typed in. */
export const blankToNull = (text: string): string | null => text.trim() || null
