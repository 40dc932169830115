/** Every status of a mail in the order in which it passes them, with its colour. */
export const SEND_COLOURS = {
  scheduled: "orange",
  in_flight: "blue",
  accepted: "green",
  rejected: "red",
  unknown: "purple",
  cancelled: "grey",
} as const

export const SEND_STATUSES = Object.keys(SEND_COLOURS) as (keyof typeof SEND_COLOURS)[]
