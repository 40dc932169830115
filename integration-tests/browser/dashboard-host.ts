import type { Browser } from "playwright-core"
import type { ApiClient } from "../../demo/api-client"
import type { ReceivedMail } from "../../testing/mail/smtp-main"
import type { Dashboard } from "./dashboard"

/** A running host with the dashboard in it, and what its generator does. */
export interface DashboardHost {
  baseUrl: string
  account: { email: string; password: string }
  api: ApiClient
  /** What the mail server got from its transport `smtp`. */
  receivedMails(): Promise<readonly ReceivedMail[]>
  /** Starts a second server of the same shop, whose drafts no model writes. @returns its base URL */
  withoutModel(): Promise<string>
  /** How long each draft takes from now on, and by how much longer than the one before it, in ms. */
  setDelay(ms: number, growthMs?: number): void
  /** Kills the server's process without a warning, and starts it again once `meanwhile` is over. */
  outage(meanwhile: () => Promise<void>): Promise<void>
}

/** Where a journey takes place: its host, and somebody who has logged in there. */
export interface Stage {
  host: () => DashboardHost
  dashboard: () => Dashboard
  browser: () => Browser
}

/** Of one journey, in ms. */
export const WITHIN_MS = 120_000
