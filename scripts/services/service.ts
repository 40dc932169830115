/** A server that a script has at its disposal, its own or one that was there already. */
export interface Service {
  url: string
  /** Ends what was started here, and deletes its files. Does nothing to a server that was given. */
  stop(): Promise<void>
}
