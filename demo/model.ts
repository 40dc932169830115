import path from "node:path"
import { onLeave } from "../scripts/services/exit"
import type { PlaygroundOptions } from "../src/modules/playground/options/playground-options"
import { completion, ModelServer, type ModelCall } from "../testing/model-server/model-server"
import { refuseAsTheStrictest } from "../testing/model-server/strict-rules"

/** A model for `npm run demo -- --model`. */
export interface DemoModel {
  /** What the host is told of it. */
  options: PlaygroundOptions
  /** How it is named to the person who looks on. */
  name: string
  /** Each draft is a call, and a real one costs money. */
  maxDrafts: number
}

const FAKE_MODEL = "fake-model"

/** Enough to see what a real model makes of it. */
const PAID_DRAFTS = 10

/**
 * The OpenAI-compatible server that `OPENAI_BASE_URL`, `OPENAI_API_KEY` and `OPENAI_MODEL` name; else
 * a fake of one on a free port, which refuses what the strictest provider refuses.
 */
export async function provideModel(): Promise<DemoModel> {
  const { OPENAI_BASE_URL, OPENAI_API_KEY, OPENAI_MODEL } = process.env
  if (OPENAI_BASE_URL || OPENAI_API_KEY) {
    const baseURL = OPENAI_BASE_URL || "https://api.openai.com/v1"
    const model = OPENAI_MODEL || "gpt-5-mini"
    return {
      name: `${model} at ${new URL(baseURL).host}`,
      options: toOptions({ baseURL, model, ...(OPENAI_API_KEY && { apiKey: OPENAI_API_KEY }) }),
      maxDrafts: PAID_DRAFTS,
    }
  }
  return {
    name: "a fake model server, as strict as the strictest provider",
    options: {
      // The limit goes out as `max_tokens` first, which this server refuses, as many do.
      ...toOptions({ baseURL: await startFakeModel(), model: FAKE_MODEL, maxOutputTokens: 1_000 }),
      // Invented, so that there is a sum to see.
      prices: { [FAKE_MODEL]: { input: 0.25, output: 2 } },
    },
    maxDrafts: Infinity,
  }
}

const toOptions = (options: object): PlaygroundOptions => ({
  generators: [{ resolve: path.resolve("src/providers/ai-sdk"), options: { ...options } }],
})

async function startFakeModel(): Promise<string> {
  const server = await ModelServer.start(
    (call) =>
      refuseAsTheStrictest(call) ??
      completion({ content: JSON.stringify(toMail(factsIn(call))) }, "stop", FAKE_MODEL)
  )
  onLeave(() => server.stop())
  return server.baseURL
}

function factsIn({ messages }: ModelCall): Facts {
  const text = messages.map(({ content }) => (typeof content === "string" ? content : "")).join()
  const [, data = "{}"] = /<data>([^]*)<\/data>/.exec(text.slice(text.lastIndexOf("<data>"))) ?? []
  return JSON.parse(data) as Facts
}

interface Facts {
  lead?: { first_name?: string; company?: string }
  sender?: { name?: string }
}

/** What a short-spoken model might make of these facts. */
function toMail({ lead, sender }: Facts): { subject: string; body: string } {
  return {
    subject: `An idea for ${lead?.company ?? "your shop"}`,
    body:
      `Hi ${lead?.first_name ?? "there"},\n\nwe ship small wholesale orders within two days, and ` +
      `take back what you do not sell. Shall I send ${lead?.company ?? "you"} a sample box?\n\n` +
      (sender?.name ?? ""),
  }
}
