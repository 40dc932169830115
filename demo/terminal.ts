const isTerminal = Boolean(process.stdout.isTTY) && process.env.NO_COLOR === undefined

const paint = (code: number) => (text: string) =>
  isTerminal ? `\u001b[${code}m${text}\u001b[0m` : text

export const bold = paint(1)
export const dim = paint(2)
export const red = paint(31)
export const green = paint(32)

const BAR_WIDTH = 32
let lastQuarter = -1

/** Runs one part of the demo under a heading, and says how long it took. */
export async function stage<T>(title: string, work: () => Promise<T>): Promise<T> {
  const startedAt = Date.now()
  if (isTerminal) process.stdout.write(dim(`  … ${title}`))
  const result = await work()
  rewriteLine(`${green("  ✓")} ${title} ${dim(seconds(startedAt))}`)
  return result
}

export const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** Draws how far a batch is: in place on a terminal, else a line for each quarter. */
export function drawProgress(done: number, total: number, note: string): void {
  const filled = Math.round((done / total) * BAR_WIDTH)
  const bar = green("█".repeat(filled)) + dim("░".repeat(BAR_WIDTH - filled))
  const line = `    ${bar} ${String(done).padStart(String(total).length)}/${total}  ${dim(note)}`
  if (isTerminal) {
    process.stdout.write(`\r\u001b[K${line}`)
    if (done === total) process.stdout.write("\n")
    return
  }
  const quarter = Math.floor((done / total) * 4)
  if (quarter > lastQuarter) console.log(line)
  lastQuarter = quarter
}

function rewriteLine(line: string): void {
  process.stdout.write(isTerminal ? `\r\u001b[K${line}\n` : `${line}\n`)
}
