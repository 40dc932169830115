/** A fresh `Idempotency-Key`. Not `randomUUID`: a dashboard on plain http has none. */
export const createIdempotencyKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0")
  ).join("")
