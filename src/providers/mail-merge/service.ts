import {
  PermanentGeneratorError,
  type Draft,
  type DraftGenerator,
  type DraftRequest,
} from "../../ports"
import { DEFAULT_PROMPT } from "./default-prompt"

const SUBJECT_LINE = /^[ \t]*subject:(.*)(?:\n|$)/i
/** RFC 5322, 2.1.1. */
const MAX_SUBJECT_LENGTH = 998

/**
 * The generator that needs no key and no network: the prompt, filled in for the lead, is the mail. A
 * first line `Subject: …` gives the subject, else the campaign's name does.
 */
export class MailMergeGenerator implements DraftGenerator {
  static identifier = "mail-merge"

  readonly defaultPrompt = DEFAULT_PROMPT
  readonly isPromptTheDraft = true
  readonly isInstant = true

  async generate(request: DraftRequest, { signal }: { signal: AbortSignal }): Promise<Draft> {
    signal.throwIfAborted()
    const text = request.prompt.replace(/^\s*\n/, "")
    const [line = "", named = ""] = SUBJECT_LINE.exec(text) ?? []
    const subject = toSubject(named) || toSubject(request.campaign.name)
    const body = text.slice(line.length).trim()
    if (body === "") {
      throw new PermanentGeneratorError(
        'Generator "mail-merge": the prompt has no text below its subject. The prompt is the mail ' +
          "itself here: write the body into it.",
        { code: "empty_body" }
      )
    }
    return { subject, body }
  }
}

function toSubject(text: string): string {
  return [...text.replace(/\s+/g, " ").trim()].slice(0, MAX_SUBJECT_LENGTH).join("")
}
