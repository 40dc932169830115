import { Readable } from "node:stream"
import type SMTPConnection from "nodemailer/lib/smtp-connection"
import type { AcceptedMail } from "../../ports"
import { settled, type ConnectionPool } from "./connection-pool"
import { toTransportError } from "./to-transport-error"

interface Message {
  envelope: { from: string; to: string[]; size: number }
  eml: Buffer
}

/**
 * Sends one message, over a connection that waits where there is one. A waiting one that the server
 * has closed meanwhile is replaced once, since nothing was handed over then.
 */
export async function sendOverConnection(
  pool: ConnectionPool,
  message: Message,
  signal: AbortSignal
): Promise<AcceptedMail> {
  const waiting = pool.reuse()
  if (waiting) {
    const payload = new Payload(message.eml)
    try {
      return await sendOnce(pool, waiting, message, payload, signal)
    } catch (error) {
      if (payload.isRead || hasReply(error) || signal.aborted) {
        throw toTransportError(error, payload.isRead)
      }
    }
  }
  const payload = new Payload(message.eml)
  try {
    return await sendOnce(pool, await pool.open(signal), message, payload, signal)
  } catch (error) {
    throw toTransportError(error, payload.isRead)
  }
}

async function sendOnce(
  pool: ConnectionPool,
  connection: SMTPConnection,
  { envelope }: Message,
  payload: Payload,
  signal: AbortSignal
): Promise<AcceptedMail> {
  let response = ""
  try {
    await settled(connection, signal, (done) =>
      connection.send(envelope, payload, (error, info) => {
        response = info?.response ?? ""
        done(error)
      })
    )
  } catch (error) {
    connection.close()
    throw error
  }
  pool.keep(connection)
  return { id: queueIdIn(response) }
}

/**
 * The message, which knows whether the server has asked for it. Nodemailer pipes it only after the
 * server's 354: until then the server can have taken nothing, from then on nobody knows before it
 * answers.
 */
class Payload extends Readable {
  isRead = false

  constructor(private readonly eml_: Buffer) {
    super()
  }

  override _read(): void {
    this.isRead = true
    this.push(this.eml_)
    this.push(null)
  }
}

const hasReply = (error: unknown) =>
  error instanceof Error && typeof Reflect.get(error, "responseCode") === "number"

/** `250 2.0.0 Ok: queued as 4F2A…`: most servers say by what name they know the mail. */
function queueIdIn(response: string): string | null {
  return /queued as\s+<?([\w.@-]{1,200})>?/i.exec(response)?.[1] ?? null
}
