import { writeFile } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import type { Figure, Reach } from "./figure"
import type { Spread } from "./stats"

const DIRECTORY = path.resolve(__dirname, "..")

const number = (value: number) =>
  value.toLocaleString("en", { maximumSignificantDigits: value >= 1_000 ? 4 : 3 })

const withSpread = ({ q1, median, q3 }: Spread) =>
  q1 === q3 ? number(median) : `${number(median)} (${number(q1)} to ${number(q3)})`

function inWords(reach: Reach | null): string {
  if (!reach) return ""
  const { of, atMost, atLeast } = reach
  const bound = atMost !== undefined ? `≤ ${number(atMost)}` : `≥ ${number(atLeast ?? NaN)}`
  return of === "ratio" ? bound : `ours ${bound}`
}

const verdict = (isMet: boolean | null) => (isMet === null ? "" : isMet ? "met" : "missed")

const cells = (figure: Figure) => [
  figure.id.toUpperCase(),
  figure.what,
  figure.unit,
  withSpread(figure.ours),
  figure.reference ? withSpread(figure.reference) : "",
  figure.ratio === null ? "" : figure.ratio.toFixed(2),
  inWords(figure.reach),
  verdict(figure.isMet),
]

const HEADINGS = ["", "measured", "unit", "ours", "reference", "ratio", "reach", ""]

/** Median (first to third quartile) of each side, the ratio, and what it has to reach. */
export function toMarkdown(figures: readonly Figure[]): string {
  const rows = [HEADINGS, HEADINGS.map(() => "---"), ...figures.map(cells)]
  return rows.map((row) => `| ${row.join(" | ")} |`).join("\n") + "\n"
}

export function toLine(figure: Figure): string {
  const [id, what, unit, ours, reference, ratio, reach, met] = cells(figure)
  const against = reference ? ` against ${reference}: ratio ${ratio}` : ""
  return `  ${id} ${what}: ${ours} ${unit}${against}${reach ? `, reach ${reach}: ${met}` : ""}`
}

/** Writes `bench/results.json` and `bench/results.md`. */
export async function writeResults(figures: readonly Figure[]): Promise<void> {
  const machine = {
    cpus: os.cpus().length,
    model: os.cpus()[0]?.model ?? "unknown",
    node: process.version,
  }
  const json = JSON.stringify({ measured_at: new Date().toISOString(), machine, figures }, null, 2)
  await writeFile(path.join(DIRECTORY, "results.json"), `${json}\n`)
  await writeFile(path.join(DIRECTORY, "results.md"), toMarkdown(figures))
}
