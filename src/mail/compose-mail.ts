import MailComposer from "nodemailer/lib/mail-composer"
import { encodeWord } from "nodemailer/lib/mime-funcs"
import type { OutgoingMail } from "../ports"

/**
 * The mail as it travels (RFC 5322): UTF-8, encoded words, lines of at most 76 characters, a text part
 * always. Quoted-printable, because a reader decodes it to the same bytes and a person can read it
 * undecoded.
 */
export function composeMail(mail: OutgoingMail, date = new Date()): Promise<Buffer> {
  const composer = new MailComposer({
    messageId: mail.message_id,
    date,
    from: toAddress(mail.from),
    to: toAddress(mail.to),
    ...(!looksEncoded(mail.subject) && { subject: mail.subject }),
    text: mail.text,
    ...(mail.html !== null && { html: mail.html }),
    textEncoding: "quoted-printable",
    headers: [
      ...Object.entries(mail.headers).map(([key, value]) => ({ key, value })),
      ...(looksEncoded(mail.subject) ? [encodedSubject(mail.subject)] : []),
    ],
    // What stands in a text is text, never the name of a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

const toAddress = ({ name, address }: OutgoingMail["from"]) => ({
  name: name ? oneLine(name) : "",
  address,
})

/** Whether a reader would decode the subject although nobody had encoded it (RFC 2047). */
const looksEncoded = (subject: string) => /=\?.*\?=/.test(subject)

const encodedSubject = (subject: string) => ({
  key: "Subject",
  value: { prepared: true, foldLines: true, value: encodeWord(subject, "B", 52) },
})

const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim()
