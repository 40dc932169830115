import { Client, type ClientConfig } from "pg"

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
}
