const MAX_LENGTH = 60

/** How a prompt is told from others: its first line, cut where a word ends. */
export function firstWords(text: string): string {
  const line = text.trim().split(/\s*\n/)[0] ?? ""
  if (line.length <= MAX_LENGTH) return line
  const cut = line.slice(0, MAX_LENGTH)
  const end = cut.lastIndexOf(" ")
  return `${(end > MAX_LENGTH / 2 ? cut.slice(0, end) : cut).trimEnd()}…`
}
