import { wordsIn } from "./count-text"
import type { CheckedText, TextPlace } from "./check-result"
import { fold } from "./fold"

type Part = TextPlace["part"]

/** A draft while a batch's checks run over it: what several checks read of it is found once. */
export class ReadDraft implements CheckedText {
  readonly id: string
  readonly subject: string
  readonly body: string
  readonly company: string | null
  private subjectWords: readonly string[] | null = null
  private bodyWords: readonly string[] | null = null
  private foldedSubject: string | null = null
  private foldedBody: string | null = null

  constructor({ id, subject, body, company }: CheckedText) {
    this.id = id
    this.subject = subject
    this.body = body
    this.company = company
  }

  words(part: Part): readonly string[] {
    return part === "subject"
      ? (this.subjectWords ??= wordsIn(this.subject.normalize()))
      : (this.bodyWords ??= wordsIn(this.body.normalize()))
  }

  /** See `fold`. */
  folded(part: Part): string {
    return part === "subject"
      ? (this.foldedSubject ??= fold(this.subject))
      : (this.foldedBody ??= fold(this.body))
  }
}
