/**
 * The states of a send, and every transition between them. `docs/state-machine.md` draws it; the
 * statement that makes each transition stands beside it here.
 */

/**
 * What a send can be. `unknown`: we or the transport went between asking and hearing. `cancelled`: a
 * person took it back, or something forbids it by now. Only a person's Send leaves that state.
 */
export const SEND_STATUSES = [
  "scheduled",
  "in_flight",
  "accepted",
  "rejected",
  "unknown",
  "cancelled",
] as const
export type SendStatus = (typeof SEND_STATUSES)[number]

/** How a person settles an unknown send. */
export const RESOLUTIONS = ["sent", "send_again"] as const
export type Resolution = (typeof RESOLUTIONS)[number]

interface Transition {
  from: readonly SendStatus[]
  to: SendStatus
  /** File in `sql/` that makes it, without its ending. */
  statement: string
}

/** Every way in which a send changes its status. */
export const SEND_TRANSITIONS = {
  schedule: { from: ["cancelled", "rejected"], to: "scheduled", statement: "schedule-sends" },
  take: { from: ["scheduled"], to: "in_flight", statement: "take-sends" },
  // A late answer is the truth about an unknown send, as long as nobody has settled it.
  accept: { from: ["in_flight", "unknown"], to: "accepted", statement: "settle-sends" },
  reject: { from: ["in_flight", "unknown"], to: "rejected", statement: "settle-sends" },
  retry: { from: ["in_flight", "unknown"], to: "scheduled", statement: "settle-sends" },
  giveBack: { from: ["in_flight", "unknown"], to: "scheduled", statement: "settle-sends" },
  lose: { from: ["in_flight"], to: "unknown", statement: "settle-sends" },
  resolveAsSent: { from: ["unknown"], to: "accepted", statement: "resolve-unknown" },
  sendAgain: { from: ["unknown"], to: "scheduled", statement: "resolve-unknown" },
  cancel: { from: ["scheduled"], to: "cancelled", statement: "steer-campaign" },
  hold: { from: ["scheduled"], to: "cancelled", statement: "hold-sends" },
} as const satisfies Record<string, Transition>
