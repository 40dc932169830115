import type { Json } from "../../../ports/snapshot"

/** What becomes of a server type in JSON: dates are texts. */
export type Serialized<T> = T extends Json
  ? T
  : T extends Date
    ? string
    : T extends object
      ? { [Key in keyof T]: Serialized<T[Key]> }
      : T
