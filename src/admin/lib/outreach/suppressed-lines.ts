/** The most that one request takes; more come as a file. */
export const MOST_SUPPRESSED = 1_000

/** What the server takes for an address or a domain at all. */
const LENGTH = { min: 3, max: 320 }

/** What was typed, one value a line, and which of it nobody needs to ask the server about. */
export function readSuppressedLines(text: string): { values: string[]; wrong: string[] } {
  const lines = text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
  const isRight = ({ length }: string) => length >= LENGTH.min && length <= LENGTH.max
  return { values: lines.filter(isRight), wrong: lines.filter((line) => !isRight(line)) }
}
