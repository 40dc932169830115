import type { Preview } from "./types"

/** The generator that asks no model: its prompt is the mail itself, with placeholders. */
export const isPromptTheMail = ({ generator }: Pick<Preview, "generator">) =>
  generator === "mail-merge"

/** The mail that a filled-in prompt is. @param fallback the subject where its first line gives none */
export function toMail(rendered: string, fallback: string): { subject: string; body: string } {
  const text = rendered.replace(/^\s*\n/, "")
  const [line = "", subject = ""] = /^[ \t]*subject:(.*)(?:\n|$)/i.exec(text) ?? []
  return { subject: subject.trim() || fallback, body: text.slice(line.length).trim() }
}
