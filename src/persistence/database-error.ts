import { QueryFailedError } from "./orm"

/** SQLSTATEs that callers decide by. */
export const SQLSTATE = {
  uniqueViolation: "23505",
  foreignKeyViolation: "23503",
} as const

/**
 * A failed statement without its parameters. TypeORM's own error carries them, Postgres adds
 * "Failing row contains (…)", and the host logs what it is given whole: prompts and lead data would
 * stand in the log.
 */
export class DatabaseError extends Error {
  /** SQLSTATE, or the socket's error code when the statement never reached the database. */
  readonly sqlState: string | undefined
  readonly constraint: string | undefined

  constructor(operation: string, sqlState?: string, constraint?: string) {
    const reason = [sqlState, constraint].filter(Boolean).join(", ") || "no SQLSTATE"
    super(`database: ${operation} failed (${reason})`)
    this.name = "DatabaseError"
    this.sqlState = sqlState
    this.constraint = constraint
  }
}

function textField(error: object, name: string): string | undefined {
  const value: unknown = Reflect.get(error, name)
  return typeof value === "string" ? value : undefined
}

/**
 * Runs `work` and rethrows what the database said as a {@link DatabaseError}; other errors pass
 * through untouched.
 *
 * @param operation named in the error: `claim tasks`, `create batch`, …
 */
export async function withoutParameters<T>(operation: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof QueryFailedError) {
      throw new DatabaseError(operation, textField(error, "code"), textField(error, "constraint"))
    }
    throw error
  }
}

/** Classes of SQLSTATE that say the statement itself is wrong: the same will happen again. */
const HOPELESS = /^(22|23|42)/

/** True when the same statement may succeed later: the database was away, busy, or in conflict. */
export function isTransient(error: unknown): boolean {
  return !(error instanceof DatabaseError) || !HOPELESS.test(error.sqlState ?? "")
}
