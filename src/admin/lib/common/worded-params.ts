/** What the server says: what kind of thing it is, what it is about, and one English sentence. */
export interface Said {
  code: string | null
  params?: Readonly<Record<string, unknown>>
  message: string
}

/** Parameters that are codes of languages, as the dashboard's own language calls them. */
const LANGUAGES = ["language", "wanted"]
/** Parameters that are words of a list of ours, each with the room of the texts that it stands in. */
const WORDS: Readonly<Record<string, string>> = { part: "parts", kind: "kinds", reason: "codes" }

/**
 * Parameters as a sentence can hold them: a list as an enumeration, the field of a lead by its name
 * alone, a fact of a customer and a language by what they are called.
 *
 * @param partOf what a word of one of our lists is called; null: it has no name, and is left out
 */
export function toWordedParams(
  params: Readonly<Record<string, unknown>>,
  language: string,
  partOf: (room: string, name: string) => string | null
): Record<string, string> {
  const worded = Object.entries(params).flatMap(([name, value]): [string, string][] => {
    const items = (Array.isArray(value) ? value : [value]).map(toText)
    const room = WORDS[name]
    if (room) {
      const words = items.map((item) => partOf(room, item))
      return words.includes(null) ? [] : [[name, words.join(", ")]]
    }
    if (LANGUAGES.includes(name)) {
      return [[name, items.map((item) => nameOf(item, language)).join()]]
    }
    const words = items.map((item) => {
      const [, fact] = /^customer\.(.+)/.exec(item) ?? []
      return (fact && partOf("customerFields", fact)) || item.replace(/^lead\./, "")
    })
    return [[name, words.join(", ")]]
  })
  return Object.fromEntries(worded)
}

const toText = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value ?? "")

function nameOf(code: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(code) ?? code
  } catch {
    return code
  }
}
