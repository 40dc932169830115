import { once } from "node:events"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { LLMock } from "@copilotkit/aimock"
import {
  GeneratorError,
  PermanentGeneratorError,
  RateLimitedGeneratorError,
  RetryableGeneratorError,
} from "../../../src/ports"
import type { AiSdkOptions } from "../../../src/providers/ai-sdk/options"
import { AiSdkGenerator } from "../../../src/providers/ai-sdk/service"
import { runDraftGeneratorConformance } from "../../conformance/draft-generator"
import { REQUEST } from "./draft-request"

const MAIL = { subject: "Hello Ada", body: "How are the engines?\n\nCharles" }
const KEY = "sk-not-for-the-dashboard"

const server = new LLMock({ port: 0, journalMaxEntries: 0 })

const generator = (options: Partial<AiSdkOptions> = {}) =>
  new AiSdkGenerator({}, { baseURL: `${server.url}/v1`, apiKey: KEY, model: "tiny", ...options })

const draft = (options: Partial<AiSdkOptions> = {}) =>
  generator(options).generate(REQUEST, { signal: new AbortController().signal })

/** How a draft failed; one that did not is no failure. */
const failure = (options: Partial<AiSdkOptions> = {}) =>
  draft(options).then(
    (): never => {
      throw new Error("the answer was taken for a draft")
    },
    (error: unknown) => {
      if (error instanceof GeneratorError) return error
      throw error
    }
  )

/** A server that takes calls and does with them what aimock has no word for. */
async function listen(
  onCall: (req: IncomingMessage, res: ServerResponse) => void
): Promise<Server> {
  const other = createServer(onCall).listen(0, "127.0.0.1")
  await once(other, "listening")
  return other
}

const urlOf = (other: Server) => `http://127.0.0.1:${(other.address() as AddressInfo).port}/v1`

beforeAll(async () => {
  await server.start()
})

afterAll(() => server.stop())

beforeEach(() => {
  server.clearFixtures()
  server.clearChaos()
  server.clearRequests()
  server.onMessage(/./, {
    content: JSON.stringify(MAIL),
    model: "tiny-2026",
    usage: { prompt_tokens: 321, completion_tokens: 45, total_tokens: 366 },
  })
})

describe("ai-sdk", () => {
  it("drafts with one call, and records usage, model and finish reason as the server gave them", async () => {
    expect(await draft({ temperature: 0.3, maxOutputTokens: 500 })).toEqual({
      ...MAIL,
      usage: { input_tokens: 321, output_tokens: 45 },
      model: "tiny-2026",
      finish_reason: "stop",
    })
    expect(server.getRequests()).toHaveLength(1)
    expect(server.getLastRequest()?.body).toMatchObject({
      model: "tiny",
      temperature: 0.3,
      max_tokens: 500,
      response_format: { type: "json_schema", json_schema: { strict: true } },
    })
  })

  it("asks a server without structured output for plain text, and reads the subject off its first line", async () => {
    server.clearFixtures()
    server.onMessage(/./, { content: `Subject: ${MAIL.subject}\n\n${MAIL.body}\n` })
    expect(await draft({ structuredOutput: false })).toMatchObject(MAIL)
    expect(server.getLastRequest()?.body).not.toHaveProperty("response_format")
  })

  it("takes a model object in place of a server's address", async () => {
    const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible")
    const model = createOpenAICompatible({
      name: "own",
      baseURL: `${server.url}/v1`,
      supportsStructuredOutputs: true,
    })("inline-model")
    const own = new AiSdkGenerator({}, { model })
    expect(own.model).toBe("inline-model")
    const { signal } = new AbortController()
    expect(await own.generate(REQUEST, { signal })).toMatchObject(MAIL)
  })

  it.each([
    [400, "request_refused", PermanentGeneratorError],
    [401, "key_refused", PermanentGeneratorError],
    [404, "model_not_found", PermanentGeneratorError],
    [429, "rate_limited", RateLimitedGeneratorError],
    [500, "provider_unavailable", RetryableGeneratorError],
    [503, "provider_unavailable", RetryableGeneratorError],
  ])(
    "ends one call that was answered %s as %s, without the provider's own words",
    async (status, code, type) => {
      const secret = `${KEY} ${REQUEST.lead.email} ${REQUEST.prompt}`
      server.clearFixtures()
      server.onMessage(/./, { error: { message: secret }, status })
      const error = await failure()
      expect(error).toBeInstanceOf(type)
      expect(error.code).toBe(code)
      expect(error.message).toMatch(/^Generator "ai-sdk": /)
      for (const word of [KEY, REQUEST.lead.email, REQUEST.prompt]) {
        expect(error.message).not.toContain(word)
      }
      expect(server.getRequests()).toHaveLength(1)
    }
  )

  it("waits as long as the provider's Retry-After asks", async () => {
    server.clearFixtures()
    server.onMessage(/./, { error: { message: "slow down" }, status: 429, retryAfter: 7 })
    expect(await failure()).toMatchObject({ retryAfterMs: 7_000 })
  })

  it.each([
    ["broken JSON", { malformedRate: 1 }, "malformed_answer"],
    ["a cut connection", { disconnectRate: 1 }, "provider_unreachable"],
  ])(
    "lets the draft be tried again after %s, and asks only once itself",
    async (_, chaos, code) => {
      server.setChaos(chaos)
      const error = await failure()
      expect(error).toBeInstanceOf(RetryableGeneratorError)
      expect(error.code).toBe(code)
      expect(server.getRequests()).toHaveLength(1)
    }
  )

  it.each([
    ["text that is no JSON", "Dear Ada, hello", {}, "unusable_answer"],
    ["JSON without a body", '{"subject":"Hello"}', {}, "unusable_answer"],
    ["an empty subject", '{"subject":" ","body":"Hello"}', {}, "unusable_answer"],
    ["a subject of 999 characters", subjectOf(999), {}, "unusable_answer"],
    ["plain text without a subject", "Hello", { structuredOutput: false }, "unusable_answer"],
  ])("lets the draft be tried again after %s", async (_, content, options, code) => {
    server.clearFixtures()
    server.onMessage(/./, { content })
    const error = await failure(options)
    expect(error).toBeInstanceOf(RetryableGeneratorError)
    expect(error.code).toBe(code)
    expect(server.getRequests()).toHaveLength(1)
  })

  it.each([
    ["length", "answer_cut_off"],
    ["content_filter", "content_filtered"],
  ])("takes no answer that ended with %s for a draft", async (finishReason, code) => {
    server.clearFixtures()
    server.onMessage(/./, { content: JSON.stringify(MAIL), finishReason })
    expect(await failure()).toMatchObject({ code })
  })

  it("closes the connection of a slow answer when the signal fires, and rethrows the signal's reason", async () => {
    const calls: IncomingMessage[] = []
    const slow = await listen((req) => calls.push(req))
    try {
      const controller = new AbortController()
      const reason = new Error("cancelled")
      const answer = generator({ baseURL: urlOf(slow) })
        .generate(REQUEST, { signal: controller.signal })
        .catch((error: unknown) => error)
      await once(slow, "request")
      const closed = once(calls[0]!.socket, "close", { signal: AbortSignal.timeout(5_000) })
      controller.abort(reason)
      expect(await answer).toBe(reason)
      await closed
      expect(calls).toHaveLength(1)
    } finally {
      slow.closeAllConnections()
      slow.close()
    }
  })
})

function subjectOf(length: number): string {
  return JSON.stringify({ subject: "x".repeat(length), body: "Hello" })
}

describe("a provider", () => {
  let hanging: Server
  let refusing: Server

  beforeAll(async () => {
    hanging = await listen(() => undefined)
    refusing = await listen((_req, res) => {
      res.writeHead(401, { "content-type": "application/json" })
      res.end(JSON.stringify({ error: { message: "Incorrect API key provided" } }))
    })
  })

  afterAll(() => {
    for (const server of [hanging, refusing]) {
      server.closeAllConnections()
      server.close()
    }
  })

  runDraftGeneratorConformance(
    "ai-sdk",
    () => generator(),
    () => generator({ baseURL: urlOf(hanging) }),
    () => generator({ baseURL: urlOf(refusing) })
  )
})
