import type { z } from "@medusajs/framework/zod"

/** How a call may be refused, beside what comes of having a path, a query or a body. */
export type RefusalStatus = 401 | 404 | 409 | 422 | 429

/** What one route takes and answers. */
export interface Operation {
  /** Unique; names the call in generated clients. */
  operationId: string
  tag:
    | "Playground"
    | "Review"
    | "Prompts"
    | "Verdict"
    | "Campaigns"
    | "Leads"
    | "Sender profiles"
    | "Sending"
  summary: string
  /** What it means, where the summary does not say all. Markdown. */
  description?: string
  /** The schema that the route itself validates with. */
  query?: z.ZodType
  headers?: { name: string; description: string; schema: z.ZodType; example: string }[]
  body?: { schema: z.ZodType; example: object; csv?: { description: string; example: string } }
  answer: {
    /** @default 200 */
    status?: 200 | 202
    schema: z.ZodType
    example: unknown
    /** @default "application/json" */
    type?: "text/event-stream" | "text/html"
    /** Also answered as CSV, where that is asked for. */
    csv?: { example: string }
  }
  refusals?: RefusalStatus[]
  /** Needs no login. @default false */
  isPublic?: true
}
