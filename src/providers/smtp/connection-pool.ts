import SMTPConnection from "nodemailer/lib/smtp-connection"
import type { ResolvedSmtpOptions } from "./options"

/** Connections that wait for a next mail, the newest used first. */
export class ConnectionPool {
  private readonly idle_: SMTPConnection[] = []
  private isClosed_ = false

  constructor(private readonly options_: ResolvedSmtpOptions) {}

  /** One that waits; undefined where a new one must be opened. */
  reuse(): SMTPConnection | undefined {
    return this.idle_.pop()
  }

  /** Connects and logs in. Rejects, with nodemailer's error, when that fails or the signal fires. */
  async open(signal: AbortSignal): Promise<SMTPConnection> {
    const { host, port, secure, requireTLS, auth, timeoutMs, tls } = this.options_
    const connection = new SMTPConnection({
      host,
      ...(port !== undefined && { port }),
      secure,
      requireTLS: requireTLS ?? (auth !== undefined && !secure),
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      ...(tls && { tls }),
    })
    const abort = () => connection.close()
    signal.addEventListener("abort", abort, { once: true })
    try {
      await settled(connection, signal, (done) => connection.connect((error) => done(error)))
      if (auth) {
        const credentials = { credentials: auth }
        await settled(connection, signal, (done) =>
          connection.login(credentials, (error) => done(error))
        )
      }
    } catch (error) {
      connection.close()
      throw error
    } finally {
      signal.removeEventListener("abort", abort)
    }
    connection.once("end", () => this.drop_(connection))
    connection.on("error", () => this.drop_(connection))
    return connection
  }

  /** Keeps it for the next mail. */
  keep(connection: SMTPConnection): void {
    if (this.isClosed_) {
      connection.quit()
      return
    }
    this.idle_.push(connection)
  }

  close(): void {
    this.isClosed_ = true
    for (const connection of this.idle_.splice(0)) connection.quit()
  }

  private drop_(connection: SMTPConnection): void {
    const place = this.idle_.indexOf(connection)
    if (place !== -1) this.idle_.splice(place, 1)
  }
}

/** Waits for one command, or for the error that ends the connection meanwhile. */
export function settled(
  connection: SMTPConnection,
  signal: AbortSignal,
  command: (done: (error?: Error | null) => void) => void
): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const finish = (error?: Error | null) => {
      connection.off("error", finish)
      signal.removeEventListener("abort", onAbort)
      if (error) reject(error)
      else resolve()
    }
    const onAbort = () => finish(toError(signal.reason))
    connection.on("error", finish)
    if (signal.aborted) return onAbort()
    signal.addEventListener("abort", onAbort, { once: true })
    command(finish)
  })
}

const toError = (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason)))
