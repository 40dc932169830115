import type { z } from "@medusajs/framework/zod"
import type { CampaignLeadInput } from "../../../../../../../modules/outreach"
import { CampaignLead } from "../../../../../../../validation/campaign-lead"
import { problemWith } from "../../../../../../../validation/problem"

/** A lead, or why it is none, and where it stood. */
export type LeadRow = { line: number; lead: CampaignLeadInput } | RefusedRow

/** What is wrong with a row, for a program to translate, and in words. */
export interface RowProblem {
  code:
    | "address_missing"
    | "attributes_too_large"
    | "cell_without_header"
    | "field_refused"
    | "field_too_long"
    | "not_an_address"
    | "not_utf8"
    | "several_addresses"
    | "unknown_fields"
    | "unreadable_from_here"
  params: Record<string, string | number>
  reason: string
}

export interface RefusedRow extends RowProblem {
  /** Where the row begins, from 1; of a JSON list its place, from 1. */
  line: number
  /** As it came, where there was one. */
  email?: string
}

const MAX_SHOWN = 320

/** Checks what should be a lead. */
export function toLeadRow(line: number, candidate: unknown): LeadRow {
  const parsed = CampaignLead.safeParse(candidate)
  if (parsed.success) return { line, lead: parsed.data }
  const reason = problemWith(parsed.error, candidate)
  const [issue] = parsed.error.issues
  return refuse(line, { ...toProblem(issue, memberOf(candidate, "email")), reason }, candidate)
}

/** @param candidate where the e-mail address is looked for */
export function refuse(line: number, problem: RowProblem, candidate?: unknown): RefusedRow {
  const email = memberOf(candidate, "email")
  const shown = typeof email === "string" && email !== "" && { email: email.slice(0, MAX_SHOWN) }
  return { line, ...shown, ...problem }
}

function toProblem(
  issue: z.core.$ZodIssue | undefined,
  email: unknown
): Pick<RowProblem, "code" | "params"> {
  if (!issue || issue.code === "unrecognized_keys") {
    return {
      code: "unknown_fields",
      params: { fields: issue?.keys.join(", ").slice(0, 200) ?? "" },
    }
  }
  const field = String(issue.path[0] ?? "")
  if (field === "email") return toAddressProblem(email)
  const [max = 0, got = 0] =
    /^expected [01] to (\d+) characters, got (\d+)/.exec(issue.message)?.slice(1).map(Number) ?? []
  if (got > max) return { code: "field_too_long", params: { field, max } }
  const [, bytes] = /^expected at most (\d+) bytes/.exec(issue.message) ?? []
  if (bytes !== undefined) return { code: "attributes_too_large", params: { max: Number(bytes) } }
  const problem = FIELD_PROBLEMS.find(([, words]) => words.test(issue.message))?.[0]
  return { code: "field_refused", params: { field, problem: problem ?? "wrong_kind" } }
}

/** What can be wrong with a field beside its length, by what the rule of a lead says of it. */
export const FIELD_PROBLEMS = [
  ["nul_character", /NUL/],
  ["half_character", /surrogate/],
  ["number_out_of_range", /number out of range/],
  ["nested_too_deep", /nested/],
  ["no_such_choice", /^Invalid option/],
  ["wrong_kind", /^expected|^Invalid input/],
] as const

function toAddressProblem(email: unknown): Pick<RowProblem, "code" | "params"> {
  if (typeof email !== "string" || email.trim() === "") {
    return { code: "address_missing", params: {} }
  }
  const value = email.slice(0, MAX_SHOWN)
  const isList = email.split(/[,;\s|/]+|:::/).filter((part) => /\S@\S/.test(part)).length > 1
  return { code: isList ? "several_addresses" : "not_an_address", params: { value } }
}

const memberOf = (candidate: unknown, name: string): unknown =>
  typeof candidate === "object" && candidate !== null ? Reflect.get(candidate, name) : undefined
