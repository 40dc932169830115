import type {
  BatchAnswer,
  ComparisonAnswer,
  DraftsAnswer,
  ImportAnswer,
  StatusAnswer,
} from "./api-types"
import { bold, dim, green, red } from "./terminal"

const SHOWN = 5

/** What the import made of the file: how many leads are new, and which lines it refused and why. */
export function printImport({ created, skipped, errors }: ImportAnswer): void {
  const refused = `${errors.length} rows refused`
  console.log(`    ${created} leads created, ${skipped} already there, ${refused}`)
  for (const { line, reason } of errors) console.log(dim(`      line ${line}: ${reason}`))
}

/** Five drafts from all over the batch, whole. */
export function printDrafts(drafts: DraftsAnswer["drafts"], addresses: Map<string, string>): void {
  const step = Math.max(1, Math.floor(drafts.length / SHOWN))
  const shown = drafts.filter((_, index) => index % step === 0).slice(0, SHOWN)
  for (const [index, draft] of shown.entries()) {
    const address = addresses.get(draft.campaign_lead_id) ?? draft.campaign_lead_id
    console.log(`\n${bold(`  Draft ${index + 1} of ${shown.length}`)}`)
    console.log(dim(`  To:      ${address}  (variant ${draft.variant_label})`))
    console.log(`  ${dim("Subject:")} ${bold(draft.subject)}\n`)
    console.log(draft.body.replace(/^/gm, "    "))
  }
}

/** How many were drafted, and each reason why not, with how many it stopped. */
export function printSummary({ overall, per_lead }: StatusAnswer, duration: string): void {
  const succeeded = green(`${overall.succeeded} succeeded`)
  const failed = overall.failed > 0 ? red(`${overall.failed} failed`) : "0 failed"
  console.log(
    `\n${bold("  Summary")}\n    ${succeeded}, ${failed}, of ${overall.total} in ${duration}`
  )
  const reasons = new Map<string, number>()
  for (const { error, status } of per_lead) {
    if (status !== "failed") continue
    const reason = error ? `${error.code}: ${error.message}` : "no reason given"
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  }
  for (const [reason, count] of reasons) console.log(`    ${red(`${count} ×`)} ${reason}`)
}

/** Tokens as the provider counted them, and what they cost where that is known. */
export function printSpend({ model, usage, cost }: BatchAnswer["batch"]): void {
  const tokens = `${usage.input_tokens} tokens in, ${usage.output_tokens} out`
  const price = cost ? `, ${cost.amount.toFixed(4)} ${cost.currency_code}` : ""
  console.log(dim(`    ${model ?? "the model"}: ${tokens}${price}`))
}

/** Which of two prompts the judge finds better, and how sure that is. A is the campaign's own. */
export function printVerdict({ judge }: ComparisonAnswer["comparison"]): void {
  if (!judge) return
  const { wins, ties, interval, decision, judged } = judge
  const isSecond = decision === "second"
  const [low, high] = isSecond ? interval : [1 - interval[1], 1 - interval[0]]
  const percent = (share: number) => Math.round(share * 100)
  const won = `${wins[isSecond ? 1 : 0]} of ${wins[0] + wins[1]} leads`
  const said =
    decision === "none_shown"
      ? "no difference shown"
      : `${isSecond ? "B" : "A"} is better: ${won}, 95 % interval ${percent(low)} to ${percent(high)} %`
  console.log(`\n${bold("  Verdict")}\n    ${green(said)}`)
  console.log(dim(`    A is the campaign's prompt, B another; ${judged} pairs, ${ties} equal,`))
  console.log(dim("    each read twice by the demo's judge. Yours is asked on the page Compare."))
}

/** One mail as its recipient's program would get it. */
export function printMail({ count, eml }: { count: number; eml: string }): void {
  console.log(`\n${bold("  Outbox")}\n    ${count} mails; one of them, as it would arrive:\n`)
  console.log(dim(eml.trimEnd().replace(/\r/g, "").replace(/^/gm, "    ")))
}
