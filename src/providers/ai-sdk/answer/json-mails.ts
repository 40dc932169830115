import type { Mail } from "./mail"

/** Deepest nesting that is looked into. */
const MAX_DEPTH = 6

const toKey = (name: string) => name.toLowerCase().replace(/[^a-z]/g, "")
const SUBJECT_KEYS = new Set(["subject", "subjectline", "emailsubject", "mailsubject"])
const BODY_KEYS = new Set(["body", "emailbody", "mailbody", "bodytext", "textbody"])

/**
 * The mails in a JSON value, wherever they stand: a subject and a body in one object are one. An object
 * that has only one of them gives a mail that lacks the other.
 */
export function findMails(value: unknown, depth = 0): Partial<Mail>[] {
  if (depth > MAX_DEPTH) return []
  if (typeof value === "string") return findMails(parseWithin(value), depth + 1)
  if (typeof value !== "object" || value === null) return []
  if (Array.isArray(value)) return value.flatMap((member) => findMails(member, depth + 1))
  const members = Object.entries(value)
  const subject = textUnder(members, SUBJECT_KEYS)
  const body = textUnder(members, BODY_KEYS)
  const others = members.flatMap(([name, member]) =>
    SUBJECT_KEYS.has(toKey(name)) || BODY_KEYS.has(toKey(name)) ? [] : findMails(member, depth + 1)
  )
  return subject === undefined && body === undefined ? others : [{ subject, body }, ...others]
}

/** A body may come as a list of its paragraphs. */
function textUnder(members: [string, unknown][], keys: Set<string>): string | undefined {
  for (const [name, member] of members) {
    if (!keys.has(toKey(name))) continue
    if (typeof member === "string") return member
    const isList = BODY_KEYS === keys && Array.isArray(member) && member.length > 0
    if (isList && member.every((part) => typeof part === "string")) return member.join("\n\n")
  }
  return undefined
}

/** JSON that was put into a string once more. */
function parseWithin(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined // A text that only begins like JSON.
  }
}
