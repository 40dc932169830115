import { Client, type ClientConfig } from "pg"

/** Longest wait for a server's answer to a goodbye, in ms. */
const GOODBYE_MS = 1_000

/**
 * A client that nobody has to watch. A pool hands its clients out without a listener, and TypeORM
 * adds its own a moment later, BullMQ none: a connection that is cut just then would end the
 * process. What was under way on it is rejected all the same, and the pool drops it.
 */
export class SteadyClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config)
    this.on("error", () => {})
  }

  /** Closes the socket without a goodbye: for a connection that is of no use, or does not answer. */
  drop(): void {
    this.connection.stream.destroy()
  }

  /** Says goodbye, and drops a connection that does not answer within a second. */
  async close(): Promise<void> {
    const dropping = setTimeout(() => this.drop(), GOODBYE_MS)
    try {
      await this.end()
    } finally {
      clearTimeout(dropping)
    }
  }
}
