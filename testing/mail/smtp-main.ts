import { SMTPServer, type SMTPServerSession } from "smtp-server"
import type { Socket } from "node:net"

/** What the server is told to do with the mails that come from now on. */
export interface SmtpBehaviour {
  at: "connect" | "mail" | "rcpt" | "data" | "accept"
  do: "accept" | "reply" | "hang" | "cut"
  /** With `reply`: 4xx or 5xx. */
  code?: number
}

export interface ReceivedMail {
  from: string
  to: string[]
  /** The message as it came, dot-unstuffed. */
  raw: string
  /** Connection that it came over. */
  session: string
}

let behaviour: SmtpBehaviour = { at: "accept", do: "accept" }
const failure = (code: number) =>
  Object.assign(new Error(code >= 500 ? "5.7.1 No." : "4.7.1 Later."), { responseCode: code })

/** Does what it was told where that is for this moment; else goes on. */
function at(
  moment: SmtpBehaviour["at"],
  session: SMTPServerSession,
  goOn: (error?: Error | null) => void
): void {
  if (behaviour.at !== moment || behaviour.do === "accept") return goOn()
  if (behaviour.do === "hang") return
  if (behaviour.do === "cut") {
    // The client sees a connection that ends without a word.
    server.connections.forEach((connection: { id?: string; _socket?: Socket }) => {
      if (connection.id === session.id) connection._socket?.destroy()
    })
    return
  }
  goOn(failure(behaviour.code ?? 451))
}

const { auth, hideSTARTTLS = true } = JSON.parse(process.env.SMTP_INPUT ?? "{}") as {
  auth?: { user: string; pass: string }
  hideSTARTTLS?: boolean
}

const server = new SMTPServer({
  authOptional: !auth,
  hideSTARTTLS,
  allowInsecureAuth: true,
  // A server that waits for its clients would keep the test from ending.
  closeTimeout: 100,
  onAuth: (given, _, done) => {
    const isRight = given.username === auth?.user && given.password === auth?.pass
    done(isRight ? null : new Error("Wrong password"), isRight ? { user: "shop" } : undefined)
  },
  onConnect: (session, done) => at("connect", session, done),
  onMailFrom: (_, session, done) => at("mail", session, done),
  onRcptTo: (_, session, done) => at("rcpt", session, done),
  onData: (stream, session, done) => {
    const chunks: Buffer[] = []
    if (behaviour.at === "data" && behaviour.do === "cut") {
      // In the middle of the message.
      stream.once("data", () => at("data", session, done))
      return
    }
    stream.on("data", (chunk: Buffer) => chunks.push(chunk))
    stream.on("end", () => {
      const raw = Buffer.concat(chunks).toString("utf8")
      const { mailFrom, rcptTo } = session.envelope
      const mail: ReceivedMail = {
        from: mailFrom ? mailFrom.address : "",
        to: rcptTo.map(({ address }) => address),
        raw,
        session: session.id,
      }
      // Taken or not: what the test looks at is what reached the server whole.
      at("data", session, (error) => {
        if (!error) process.send?.({ mail })
        done(error)
      })
      if (behaviour.at === "data" && behaviour.do !== "reply" && behaviour.do !== "accept") {
        process.send?.({ mail })
      }
    })
  },
})

server.on("error", () => {
  // A client that went away; the tests look at what the client makes of it.
})
process.on("message", (told: SmtpBehaviour) => {
  behaviour = told
  process.send?.({ told: true })
})
server.listen(0, "127.0.0.1", () => {
  const address = server.server.address()
  process.send?.({ port: typeof address === "object" ? address?.port : 0 })
})
