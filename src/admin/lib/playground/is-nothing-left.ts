import { ApiError } from "../common/api-error"

const CODES = ["all_drafted", "all_approved"]

/** Whether leads were refused for the best of reasons: all of them have what was asked for. */
export const isNothingLeft = (error: Error | null): boolean =>
  error instanceof ApiError && CODES.includes(error.code ?? "")
