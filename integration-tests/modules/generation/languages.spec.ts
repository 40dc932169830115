import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { findOtherLanguage } from "../../../src/modules/playground/generation/flags/detect-language"

/** Texts of the host's dashboard: the same matters in some thirty languages, with names and loanwords. */
const TRANSLATIONS = path.join(
  require.resolve("@medusajs/dashboard/package.json"),
  "../src/i18n/translations"
)
/** Texts to a mail, and mails of each language. */
const PER_MAIL = 4
const MAILS = 60

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value.replace(/\{\{.*?\}\}|<[^>]*>/g, "")]
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Pieces of about the length of a short mail. */
function readMails(file: string): string[] {
  const texts = textsIn(JSON.parse(readFileSync(path.join(TRANSLATIONS, file), "utf8")))
  const long = texts.filter((text) => text.length >= 60)
  const mails: string[] = []
  while (long.length >= PER_MAIL && mails.length < MAILS) {
    mails.push(long.splice(0, PER_MAIL).join("\n\n"))
  }
  return mails
}

const corpus = readdirSync(TRANSLATIONS)
  .filter((file) => /^[a-z]{2}(?:[A-Z]{2})?\.json$/.test(file))
  .map((file) => ({ language: file.slice(0, 2), mails: readMails(file) }))

describe("the language of a body", () => {
  it("is found to be no other in mails of thirty languages, those that look alike among them", async () => {
    expect(new Set(corpus.map(({ language }) => language)).size).toBeGreaterThanOrEqual(25)
    const wrong: string[] = []
    let count = 0
    for (const { language, mails } of corpus) {
      for (const mail of mails) {
        count++
        const other = await findOtherLanguage(mail, language)
        if (other) wrong.push(`${language} taken for ${other.found}`)
      }
    }
    expect(count).toBeGreaterThan(1_000)
    // One in a thousand. The detector by itself is wrong, and sure, about six in a thousand.
    expect(wrong.slice(Math.ceil(count / 1_000))).toEqual([])
  })

  it("is seen not to be the one that is wanted", async () => {
    let count = 0
    let seen = 0
    for (const { language, mails } of corpus) {
      for (const mail of mails) {
        const wanted = language === "en" ? "de" : "en"
        count++
        if (await findOtherLanguage(mail, wanted)) seen++
      }
    }
    expect(seen / count).toBeGreaterThan(0.95)
  })

  it.each([
    ["nb-NO", "no"],
    ["nn", "no"],
    ["hr", "hr"],
    ["Croatian", "hr"],
    ["bs_BA", "bs"],
    ["ms", "id"],
    ["in", "id"],
    ["iw", "he"],
  ])("may be asked for as %s", async (wanted, language) => {
    const mails = corpus.filter((of) => of.language === language).flatMap((of) => of.mails)
    const others = await Promise.all(mails.map((mail) => findOtherLanguage(mail, wanted)))
    expect(others.filter((other) => other !== null)).toEqual([])
    const english = corpus.find((of) => of.language === "en")?.mails[0] ?? ""
    expect(await findOtherLanguage(english, wanted)).toMatchObject({ found: "en" })
  })

  it.each([
    [
      "a clause with a name that only another language writes so",
      "Sehr geehrte Frau Győző, vielen Dank für Ihre Bestellung bei Szőke Kft., wir liefern morgen.",
      "de",
    ],
    [
      "words of the trade",
      "Wir haben das neue Dashboard für den Checkout, das Onboarding und das Reporting live geschaltet.",
      "de",
    ],
    [
      "a language that the detector does not know",
      "Bon dia Núria, ja han arribat les noves targetes i us n'he guardat una caixa per a la botiga.",
      "ca",
    ],
  ])("is not told wrong by %s", async (_kind, text, wanted) => {
    expect(await findOtherLanguage(text, wanted)).toBeNull()
  })
})
