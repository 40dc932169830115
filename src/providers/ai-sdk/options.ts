import { z } from "@medusajs/framework/zod"
import { MedusaError } from "@medusajs/framework/utils"
import type { LanguageModel } from "ai"

/** A model object of any AI SDK provider: `openai("gpt-5-mini")`, `anthropic("…")`. */
export type InlineModel = Exclude<LanguageModel, string>

/** Options of the generator `ai-sdk`. A wrong or unknown one stops the boot and is named. */
export interface AiSdkOptions {
  /** A model object of the AI SDK; or, together with `baseURL`, the name that the server knows. */
  model: InlineModel | string
  /**
   * An OpenAI-compatible server, up to and including its version: `https://api.openai.com/v1`.
   * Required with a model's name, refused beside a model object.
   */
  baseURL?: string
  /**
   * Sent as `Authorization: Bearer …`. Left out for servers that need none. Only beside `baseURL`.
   * @default undefined
   */
  apiKey?: string
  /** Sent with each call, for example `HTTP-Referer` for OpenRouter. Only beside `baseURL`. */
  headers?: Record<string, string>
  /**
   * 0 to 2; higher varies more. Some models know none and refuse the call.
   * @default the server's own
   */
  temperature?: number
  /**
   * Most tokens of one answer, 16 to 100,000, a reasoning model's thoughts among them. An answer that
   * is cut off by it is no draft.
   * @default the server's own
   */
  maxOutputTokens?: number
  /**
   * Whether the model is held to answering `{ subject, body }` as JSON. `false` is for models that
   * cannot: they answer a line `Subject: …` and the body below it.
   * @default true
   */
  structuredOutput?: boolean
  /**
   * Where the values of a prompt's placeholders stand. `"named"`: in the data of the user message,
   * and the instruction in the system message names them: strangers' words are no instructions, and
   * the system message is the same for a whole batch, which providers cache. `"inline"`: in the
   * instruction itself, for a model that does better with it.
   * @default "named"
   */
  placeholders?: "named" | "inline"
}

const ofServer = ["baseURL", "apiKey", "headers"] as const

const isModelObject = (value: unknown): value is InlineModel =>
  typeof value === "object" && value !== null && "doGenerate" in value && "modelId" in value

const isHttpUrl = (text: string) =>
  /^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : "")

/** What says where a model is asked, and how. */
export const ModelShape = {
  model: z.union([z.string().regex(/\S/), z.custom<InlineModel>(isModelObject)], {
    error: "expected a model object of the AI SDK, or a model's name together with baseURL",
  }),
  baseURL: z
    .string()
    .refine(isHttpUrl, "expected a URL such as https://api.openai.com/v1")
    .optional(),
  // Fetch quotes a header that it refuses in its error, key and all.
  apiKey: z
    .string()
    .regex(
      /^[\x21-\x7e]+$/,
      "expected visible ASCII characters only; remove blanks and line breaks, or leave it out"
    )
    .optional(),
  headers: z
    .record(
      z.string().regex(/^[\w-]+$/, "expected letters, digits and hyphens"),
      z.string().regex(/^[\x20-\x7e]*$/, "expected ASCII characters on one line")
    )
    .optional(),
  temperature: z.number().min(0).max(2).optional(),
  maxOutputTokens: z.number().int().min(16).max(100_000).optional(),
  structuredOutput: z.boolean().default(true),
}

type ServerOptions = Partial<Record<(typeof ofServer)[number], unknown>> & {
  model: string | InlineModel
}

/** A model's name needs a server; a model object brings its own. */
export function refineServer(
  options: ServerOptions,
  context: { addIssue: (issue: { code: "custom"; path: string[]; message: string }) => void }
): void {
  if (typeof options.model === "string") {
    if (options.baseURL !== undefined) return
    const message =
      "is needed beside a model's name, for example https://api.openai.com/v1; or give a model object"
    context.addIssue({ code: "custom", path: ["baseURL"], message })
    return
  }
  for (const name of ofServer.filter((option) => options[option] !== undefined)) {
    const message = "a model object brings its own; leave it out, or give the model by its name"
    context.addIssue({ code: "custom", path: [name], message })
  }
}

const Options = z
  .strictObject({ ...ModelShape, placeholders: z.enum(["named", "inline"]).default("named") })
  .superRefine(refineServer)

/** The options with their defaults filled in. */
export type ResolvedAiSdkOptions = z.output<typeof Options>

/** @throws MedusaError INVALID_DATA that names each wrong option and what was expected */
export function parseAiSdkOptions(options: unknown): ResolvedAiSdkOptions {
  return parseWith(Options, options, 'Generator "ai-sdk"')
}

/** @throws MedusaError INVALID_DATA that names each wrong option of `who` and what was expected */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  options: unknown,
  who: string
): z.output<Schema> {
  const parsed = schema.safeParse(options ?? {})
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) =>
    path.length > 0 ? `option "${path.join(".")}": ${message}` : message
  )
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `${who}: ${problems.join("; ")}. Correct it in medusa-config.ts.`
  )
}
