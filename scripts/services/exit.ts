type Cleanup = () => Promise<void> | void

const cleanups: Cleanup[] = []
let leaving: Promise<void> | null = null

/**
 * Runs when the script ends by Ctrl-C, another signal or an uncaught error, last registered first.
 * At an ordinary end the script calls `leave` itself.
 */
export function onLeave(cleanup: Cleanup): void {
  if (cleanups.length === 0) listen()
  cleanups.push(cleanup)
}

/** True once the script is on its way out: what fails from now on fails for that reason. */
export const isLeaving = () => leaving !== null

/** Cleans up, once however often it is called, and exits. */
export async function leave(exitCode: number, lastLine?: string): Promise<never> {
  leaving ??= cleanUp()
  await leaving
  if (lastLine !== undefined) console.log(lastLine)
  process.exit(exitCode)
}

async function cleanUp(): Promise<void> {
  for (const cleanup of cleanups.reverse()) {
    try {
      await cleanup()
    } catch (error) {
      console.error(error)
    }
  }
}

function listen(): void {
  const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const
  for (const [signal, exitCode] of Object.entries(signals)) {
    process.on(signal, () => void leave(exitCode))
  }
  for (const event of ["uncaughtException", "unhandledRejection"]) {
    process.on(event, (error: unknown) => {
      console.error(error)
      void leave(1)
    })
  }
}
