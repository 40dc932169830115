import { LRUCache } from "lru-cache"
import { RE2JS } from "re2js"
import { linksIn, placeOf } from "../generation/flags/foreign-link"
import { findOtherLanguage } from "../generation/flags/detect-language"
import type { Check } from "./check-schema"
import { fail, pass, type CheckedText, type Finding, type TextPlace } from "./check-result"
import {
  beginningOf,
  charactersIn,
  readingLevel,
  spanOfBeginning,
  spanOfCharactersAfter,
  spanOfWordsAfter,
  wordsIn,
  type Span,
} from "./count-text"
import { fold } from "./fold"
import type { ReadDraft } from "./read-draft"

/** RE2 takes time in proportion to the text, but ten times as long as the engine's own patterns. */
const MAX_SEARCHED = 10_000

/** Patterns of the campaigns that were looked at last: compiling one takes as long as some searches. */
const patterns = new LRUCache<string, RE2JS>({ max: 500 })

function compiled(source: string): RE2JS {
  const known = patterns.get(source)
  if (known) return known
  const pattern = RE2JS.compile(source)
  patterns.set(source, pattern)
  return pattern
}

/** A check that is ready to run over many drafts of one batch. */
export type PreparedCheck = (draft: ReadDraft) => Finding | Promise<Finding>

/** @param drafts all of the batch: some checks look at the others */
export function prepareCheck(check: Check, drafts: readonly CheckedText[]): PreparedCheck {
  switch (check.type) {
    case "words":
      return (draft) =>
        within(check, draft.words(check.part).length, "words", (max) =>
          spanOfWordsAfter(draft[check.part], max)
        )
    case "characters":
      return (draft) =>
        within(check, charactersIn(draft[check.part]), "characters", (max) =>
          spanOfCharactersAfter(draft[check.part], max)
        )
    case "contains":
    case "not_contains": {
      const wanted = fold(check.text)
      const find: FindIn = (draft, part) =>
        spanAt(draft.folded(part).indexOf(wanted), wanted.length)
      return presence(check.type === "contains", check.part, check.text, find)
    }
    case "matches":
    case "not_matches": {
      const pattern = compiled(check.pattern)
      const find: FindIn = (draft, part) => {
        const text = draft[part].slice(0, MAX_SEARCHED)
        // Whether it stands there at all takes a tenth of what it takes to tell where.
        if (!pattern.test(text)) return null
        const matcher = pattern.matcher(text)
        return matcher.find() ? { start: matcher.start(), end: matcher.end() } : null
      }
      return presence(check.type === "matches", check.part, check.pattern, find)
    }
    case "language":
      return (draft) => inLanguage(draft.body, check.language)
    case "reading_level":
      return (draft) => {
        const level = Math.round(readingLevel(draft.body, draft.words("body")))
        const params = { level, max: check.max }
        return level <= check.max
          ? pass(`The reading level is ${level}.`, params)
          : fail(
              "too_hard",
              `The reading level is ${level}, at most ${check.max} is wanted.`,
              params
            )
      }
    case "links": {
      // Parsed once: it takes as long as some checks.
      const hosts = check.hosts?.map((host) => placeOf(host).host)
      return (draft) => linksWithin(draft.body, check.max, hosts)
    }
    case "names_company":
      return namesCompany
    case "one_question":
      return asksOneQuestion
    case "avoid": {
      const phrases = check.phrases.map((phrase) => fold(phrase.trim().replace(/\s+/g, " ")))
      return (draft) => avoids(draft, phrases)
    }
    case "unlike_others":
      return unlikeOthers(drafts, check.words)
    default: {
      const never: never = check
      return never
    }
  }
}

type FindIn = (draft: ReadDraft, part: TextPlace["part"]) => Span | null

const spanAt = (start: number, length: number): Span | null =>
  start === -1 ? null : { start, end: start + length }

function within(
  { part, min, max }: { part: "subject" | "body"; min?: number; max?: number },
  count: number,
  unit: "words" | "characters",
  /** Where what is too much stands. */
  excess: (max: number) => Span | null
): Finding {
  const params = {
    part,
    count,
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  }
  const said = `The ${part} has ${count} ${unit}`
  if (min !== undefined && count < min) {
    return fail(`too_few_${unit}`, `${said}, at least ${min} are wanted.`, params)
  }
  if (max !== undefined && count > max) {
    const span = excess(max)
    const place = span && { part, ...span }
    return fail(`too_many_${unit}`, `${said}, at most ${max} are wanted.`, params, place)
  }
  return pass(`${said}.`, params)
}

function presence(
  isWanted: boolean,
  where: "subject" | "body" | "mail",
  what: string,
  find: FindIn
): PreparedCheck {
  const parts = where === "mail" ? (["subject", "body"] as const) : [where]
  const params = { part: where, text: what }
  const quoted = JSON.stringify(what)
  return (draft) => {
    let place: TextPlace | null = null
    for (const part of parts) {
      const span: Span | null = place ? null : find(draft, part)
      if (span) place = { part, ...span }
    }
    if (isWanted) {
      return place
        ? { ...pass(`It contains ${quoted}.`, params), place }
        : fail("missing", `The ${where} does not contain ${quoted}.`, params)
    }
    return place
      ? fail("present", `The ${place.part} contains ${quoted}.`, params, place)
      : pass(`It does not contain ${quoted}.`, params)
  }
}

async function inLanguage(body: string, wanted: string): Promise<Finding> {
  const other = await findOtherLanguage(body, wanted)
  const language = other?.found ?? wanted
  const params = { wanted, language }
  // A text too short to tell is no reason to stop anybody.
  return other
    ? fail("other_language", `The body seems to be ${language}, ${wanted} is wanted.`, params)
    : pass(`The body seems to be in no language but ${wanted}.`, params)
}

function linksWithin(body: string, max: number, hosts: readonly string[] | undefined): Finding {
  const links = linksIn(body)
  const params = { count: links.length, max }
  const placeOfLink = (link: string) => {
    const span = spanAt(body.indexOf(link), link.length)
    return span ? { part: "body" as const, ...span } : null
  }
  if (links.length > max) {
    const message = `The body has ${links.length} links, at most ${max} are wanted.`
    return fail("too_many_links", message, params, placeOfLink(links[max] ?? ""))
  }
  const foreign = hosts && links.find((link) => !isOneOf(placeOf(link).host, hosts))
  if (!foreign) return pass(`Links in the body: ${links.length}.`, params)
  const message = `The link ${JSON.stringify(foreign)} leads to none of the hosts that are allowed.`
  return fail("foreign_host", message, { ...params, text: foreign }, placeOfLink(foreign))
}

/** A host of the list, or below one. */
const isOneOf = (host: string, hosts: readonly string[]) =>
  hosts.some((wanted) => host === wanted || host.endsWith(`.${wanted}`))

function namesCompany(draft: ReadDraft): Finding {
  const { company } = draft
  const wanted = company === null ? [] : wordsIn(company.normalize())
  if (company === null || wanted.length === 0) return pass("The lead has no company to name.")
  const words = [...draft.words("subject"), ...draft.words("body")]
  return holdsInARow(words, wanted)
    ? pass("It names the company.", { text: company })
    : fail("company_missing", `It does not name ${JSON.stringify(company)}.`, { text: company })
}

/** In any case. Words of different lengths stay different in lower case, so few are lower-cased. */
function holdsInARow(words: readonly string[], wanted: readonly string[]): boolean {
  const looked = wanted.map((word) => ({ length: word.length, lower: word.toLowerCase() }))
  const isAt = (start: number) =>
    looked.every(({ length, lower }, place) => {
      const word = words[start + place]
      return word?.length === length && word.toLowerCase() === lower
    })
  for (let start = 0; start + wanted.length <= words.length; start++) {
    if (isAt(start)) return true
  }
  return false
}

const QUESTION = /[?？؟⁇⁈⁉][?？؟⁇⁈⁉!！]*/g
/** As a link goes on after its question mark. */
const GOES_ON = /\?\S/

/** Of the same length, with nothing in the place of links: their question marks ask nothing. */
function withoutQueries(body: string): string {
  if (!GOES_ON.test(body)) return body
  const queries = linksIn(body).filter((link) => link.includes("?"))
  return queries.reduce((text, link) => text.replaceAll(link, " ".repeat(link.length)), body)
}

function asksOneQuestion({ body }: CheckedText): Finding {
  const questions = [...withoutQueries(body).matchAll(QUESTION)]
  const params = { count: questions.length }
  if (questions.length === 1) return pass("It asks one question.", params)
  const second = questions[1]
  return fail(
    questions.length === 0 ? "no_question" : "too_many_questions",
    `It asks ${questions.length} questions, one is wanted.`,
    params,
    second ? { part: "body", start: second.index, end: second.index + second[0].length } : null
  )
}

const LETTER = /[\p{L}\p{N}\p{M}]/u

/** Where a phrase stands as words of its own; null where it does not. */
function findPhrase(text: string, phrase: string): Span | null {
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const end = at + phrase.length
    if (!LETTER.test(text[at - 1] ?? "") && !LETTER.test(text[end] ?? "")) {
      return { start: at, end }
    }
  }
  return null
}

function avoids(draft: ReadDraft, phrases: readonly string[]): Finding {
  for (const part of ["subject", "body"] as const) {
    const folded = draft.folded(part)
    for (const phrase of phrases) {
      const span = findPhrase(folded, phrase)
      if (!span) continue
      const message = `The ${part} says ${JSON.stringify(phrase)}.`
      return fail("phrase", message, { part, text: phrase }, { part, ...span })
    }
  }
  return pass("It says none of the phrases.")
}

function unlikeOthers(drafts: readonly CheckedText[], words: number): PreparedCheck {
  const beginnings = new Map(drafts.map((draft) => [draft.id, beginningOf(draft.body, words)]))
  const counts = new Map<string, number>()
  for (const beginning of beginnings.values()) {
    if (beginning !== null) counts.set(beginning, (counts.get(beginning) ?? 0) + 1)
  }
  return ({ id, body }) => {
    const beginning = beginnings.get(id) ?? null
    const same = beginning === null ? 0 : (counts.get(beginning) ?? 1) - 1
    const params = { words, count: same }
    return same <= 0
      ? pass("It begins as no other draft of the batch.", params)
      : fail(
          "same_beginning",
          `${same} other drafts of the batch begin with the same ${words} words.`,
          params,
          { part: "body", ...spanOfBeginning(body, words) }
        )
  }
}
