import { flagFound, type DraftFlag } from "./draft-flag"

/** A mail that begins with the label of its parts, in the languages that models answer in. */
const LABEL =
  /^[\s*#>_"'`-]{0,12}(?:subject(?: line)?|betreff(?:zeile)?|objet|asunto|oggetto|assunto|onderwerp|temat|ämne|emne|body|e-?mail body|nachricht|corps(?: du message)?|cuerpo|corpo|tema|předmět|konu|тема|主题|件名)\s?[*_]{0,3}\s?[:：]/iu
/** A header of a mail within its subject. */
const HEADER =
  /(?:^|\s)(?:bcc|cc|to|from|reply-to|return-path|content-type|content-transfer-encoding|mime-version|x-[a-z]{1,20}(?:-[a-z]{1,20}){0,4})\s?:\s?\S*/i

/** "Subject:" within the subject or at the start of the body, and mail headers within the subject. */
export function findLabelInText(subject: string, body: string): DraftFlag[] {
  const found =
    LABEL.exec(subject)?.[0] ?? LABEL.exec(body.slice(0, 200))?.[0] ?? HEADER.exec(subject)?.[0]
  return flagFound(
    "label_in_text",
    found,
    (quoted) => `${quoted} is the label of a part of a mail and stands in its text.`
  )
}
