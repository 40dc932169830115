import {
  MailRejectedError,
  type AcceptedMail,
  type MailTransport,
  type OutgoingMail,
} from "../../src/ports"

/** A mail that a process hands over, as the test sees it. */
export interface DeskMail {
  worker: string
  message_id: string
  to: string
  text: string
}

/** What the test has the transport do with it. `crash`: the process dies once the mail is taken. */
export interface DeskMailAnswer {
  do: "accept" | "refuse" | "defer" | "unknown" | "crash"
}

/**
 * Hands mails to the test, over HTTP: so the test counts what reached a transport from which process,
 * and holds an answer as long as it likes.
 */
export class DeskTransport implements MailTransport {
  static identifier = "desk"
  readonly defaultFrom = "shop@example.com"
  readonly concurrency = 8

  constructor(private readonly options_: { deskUrl: string; worker: string }) {}

  async send(mail: OutgoingMail, { signal }: { signal: AbortSignal }): Promise<AcceptedMail> {
    const call: DeskMail = {
      worker: this.options_.worker,
      message_id: mail.message_id,
      to: mail.to.address,
      text: mail.text,
    }
    // Once it is asked, the mail may be there: a cut or an abort is no refusal.
    const response = await fetch(this.options_.deskUrl, {
      method: "POST",
      body: JSON.stringify(call),
      signal,
    })
    const answer = (await response.json()) as DeskMailAnswer
    switch (answer.do) {
      case "accept":
        return { id: `desk-${mail.message_id}` }
      case "refuse":
        throw new MailRejectedError("The desk refuses.", { code: "desk_refused", isFinal: true })
      case "defer":
        throw new MailRejectedError("The desk is busy.", { code: "desk_busy", isFinal: false })
      case "unknown":
        throw new Error("the desk went away")
      case "crash":
        process.kill(process.pid, "SIGKILL")
        return new Promise(() => {})
    }
  }
}
