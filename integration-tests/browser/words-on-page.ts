import type { Page } from "playwright-core"
import texts from "../../src/admin/i18n"

/** What stands on our part of the page, or is read out of it: text, names and hints of fields. */
const EVERYTHING_SAID = `(() => {
  const main = document.querySelector("[role=dialog]") ?? document.querySelector("main")
  const named = [...main.querySelectorAll("[aria-label], [placeholder], [title]")]
  const names = named.flatMap((element) =>
    ["aria-label", "placeholder", "title"].map((name) => element.getAttribute(name) ?? "")
  )
  return [main.innerText, ...names].join("\\n")
})()`

/** What a prompt names, and how it is written there: {{ lead.first_name }}. */
const PLACEHOLDER = /\{\{[^}]*\}\}|<?\b(?:lead|sender|campaign|customer)\.[\w.]+>?/g

/** Words of programs: ids, hashes, codes and the names of fields and options. */
const OF_PROGRAMS =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]+|\b[0-9a-f]{32,}\b|\boptions\.\w+|\b[a-z]+(?:_[a-z]+)+\b|\b(?:undefined|null|NaN)\b|\[object \w+\]/g

/** What of a page's words only a program understands. */
export async function programWords(page: Page): Promise<string[]> {
  const said = (await page.evaluate<string>(EVERYTHING_SAID)).replaceAll(PLACEHOLDER, "")
  return [...new Set(said.match(OF_PROGRAMS) ?? [])]
}

/** English sentences of ours that stand on a page in German. */
export async function englishSentences(page: Page): Promise<string[]> {
  const said = await page.evaluate<string>(EVERYTHING_SAID)
  const german = new Set(sentencesIn(texts.de))
  return sentencesIn(texts.en).filter((text) => !german.has(text) && said.includes(text))
}

/** Said as they are, and too long and too well begun to stand in what somebody else wrote. */
const sentencesIn = (table: object): string[] =>
  Object.values(table)
    .flatMap((text: string | object) => (typeof text === "string" ? text : sentencesIn(text)))
    .filter((text) => text.length > 9 && /^[A-Z]/.test(text) && !text.includes("{{"))
