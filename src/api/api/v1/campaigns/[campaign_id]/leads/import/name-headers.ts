import { cleanText } from "./clean-cell"

/** A column as the file has it. */
export interface NamedHeader {
  /** From 0. */
  place: number
  /** As it stands in the file, in one line, without invisible characters; may be blank. */
  title: string
  /** Unique in the file: `phone`, `phone 2`. Blank where the title is. */
  header: string
}

/** Gives each column a name of its own. Of two with one name the second gets a number. */
export function nameHeaders(titles: readonly string[]): NamedHeader[] {
  const cleaned = titles.map((title) => cleanText(title).replace(/\s+/g, " "))
  const taken = new Set(cleaned)
  const seen = new Set<string>()
  // Where the next number is looked for: from 2 each time, 26,000 equal names took minutes.
  const numbers = new Map<string, number>()
  return cleaned.map((title, place) => {
    if (title === "" || !seen.has(title)) {
      seen.add(title)
      return { place, title, header: title }
    }
    let number = numbers.get(title) ?? 2
    while (taken.has(`${title} ${number}`)) number += 1
    numbers.set(title, number + 1)
    const header = `${title} ${number}`
    taken.add(header)
    return { place, title, header }
  })
}
