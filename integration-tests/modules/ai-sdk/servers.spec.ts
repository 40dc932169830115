import {
  FatalGeneratorError,
  GeneratorError,
  PermanentGeneratorError,
  RateLimitedGeneratorError,
  RetryableGeneratorError,
  type GeneratorNotice,
} from "../../../src/ports"
import type { AiSdkOptions } from "../../../src/providers/ai-sdk/options"
import { AiSdkGenerator } from "../../../src/providers/ai-sdk/service"
import { completion, ModelServer, type Reply } from "../../../testing/model-server/model-server"
import { refuseAsTheStrictest } from "../../../testing/model-server/strict-rules"
import { about, REQUEST } from "./draft-request"
import { SERVER_CASES } from "./server-cases"

const MAIL = { subject: "Filters", body: "Hello Ada,\n\nshall I send some?\n\nCharles" }
const ANSWER = completion({ content: JSON.stringify(MAIL) })
const PLAIN_ANSWER = completion({ content: `Subject: ${MAIL.subject}\n\n${MAIL.body}` })

const CLASSES = {
  fatal: FatalGeneratorError,
  permanent: PermanentGeneratorError,
  retryable: RetryableGeneratorError,
  "rate-limited": RateLimitedGeneratorError,
}

let server: ModelServer

beforeAll(async () => {
  server = await ModelServer.start(() => ANSWER)
})
afterAll(() => server.stop())
beforeEach(() => {
  server.calls.length = 0
})

const generator = (options: Partial<AiSdkOptions> = {}, logger?: { info: jest.Mock }) =>
  new AiSdkGenerator({ logger }, { baseURL: server.baseURL, model: "tiny", ...options })

const context = (notices: GeneratorNotice[] = []) => ({
  signal: new AbortController().signal,
  notify: (notice: GeneratorNotice) => notices.push(notice),
})

async function failure(reply: Reply, options: Partial<AiSdkOptions> = {}, request = REQUEST) {
  server.reply = () => reply
  const error: unknown = await generator(options)
    .generate(request, context())
    .catch((reason: unknown) => reason)
  if (error instanceof GeneratorError) return error
  throw new Error(`the answer was taken for ${JSON.stringify(error)}`)
}

/** The kind: how providers say that there is no answer, in their own forms. */
describe.each(Object.entries(SERVER_CASES))("an error that %s", (_, cases) => {
  it.each(cases.map((one) => [one.name, one] as const))(
    "%s ends as it should",
    async (_name, { reply, ending }) => {
      const error = await failure(reply)
      expect(error).toMatchObject({ code: ending.code })
      expect(error).toBeInstanceOf(CLASSES[ending.type])
      expect(error instanceof FatalGeneratorError).toBe(ending.type === "fatal")
      if (ending.retryAfterMs !== undefined) {
        expect(error).toMatchObject({ retryAfterMs: ending.retryAfterMs })
      }
      if (ending.says) expect(error.message).toMatch(ending.says)
      expect(error.message).toMatch(/^Generator "ai-sdk": /)
      expect(server.calls).toHaveLength(1)
    }
  )
})

describe("the provider's words", () => {
  const KEY = "sk-test-0123456789abcdef"
  const error = (message: string) => ({ status: 400, json: { error: { message } } })

  it("follow ours on one line, and are whole in the details", async () => {
    const { message, details } = await failure(error("Logprobs are\nnot  supported here."))
    expect(message).toMatch(/The provider says: "Logprobs are not supported here\."$/)
    expect(details).toContain("Logprobs are\\nnot  supported here.")
  })

  it("are cut where they are long", async () => {
    const { message } = await failure(error(`Bad value: ${"la ".repeat(400)}`))
    expect(message.length).toBeLessThan(420)
  })

  it.each([
    ["the key", `Incorrect key ${KEY} given`],
    ["part of a key", "Incorrect API key provided: sk-proj-abcdefgh1234"],
    ["another header", "No such site: https://shop.example/private"],
    ["the lead's address", "Bad address ada@example.com in input"],
    ["somebody's address", "Ask admin@provider.example about it"],
    ["the lead's name", "The name Ada Lovelace is odd"],
    ["the lead's company", "analytical  engines is blocked"],
    ["an attribute of the lead", "You may not write about warts at all"],
    ["a number of the lead", "Value 5550123 is out of range"],
    ["what the sender says", "Charles is not allowed"],
    ["the prompt", `Cannot follow: ${REQUEST.prompt}`],
    ["some words of the prompt", "near 'the lead to a demo' something broke"],
  ])("do not carry %s", async (_, words) => {
    const headers = { "X-Site": "https://shop.example/private" }
    const request = about({ attributes: { hobby: ["warts"], phone: 5550123 } })
    const { message, details } = await failure(error(words), { apiKey: KEY, headers }, request)
    for (const word of [
      KEY,
      "abcdefgh1234",
      "shop.example",
      "@",
      "Ada",
      "Lovelace",
      "ngines",
      "warts",
      "5550123",
      "Charles",
      "the lead to a demo",
    ]) {
      expect(message).not.toContain(word)
    }
    expect(details).toContain(words.slice(0, 12))
  })

  it("do not count as a page's, and a request that a server hands back is not quoted", async () => {
    const page = await failure({ status: 403, text: "<html>Forbidden by Ada</html>" })
    expect(page.message).not.toContain("html")
    const echoed = await failure({
      status: 422,
      json: {
        detail: [{ loc: ["body", "n"], msg: "Extra inputs are not permitted", input: REQUEST }],
      },
    })
    expect(echoed.message).toContain("body.n: Extra inputs are not permitted")
    expect(echoed.message).not.toContain("Ada")
  })
})

/** The kind: parameters that a server does not take, and says so in its own words. */
describe("a server that refuses", () => {
  const refusing = (
    isRefused: (call: ModelServer["calls"][number]) => boolean,
    refusal: Reply,
    answer = ANSWER
  ) => {
    server.reply = (call) => (isRefused(call) ? refusal : answer)
  }

  it.each<[string, Reply]>([
    [
      "DeepSeek",
      { status: 400, json: { error: { message: "This response_format type is unavailable now" } } },
    ],
    ["FastAPI", { status: 422, json: { detail: "response_format: unsupported" } }],
    [
      "Mistral",
      {
        status: 422,
        json: {
          object: "error",
          message: {
            detail: [{ loc: ["body", "response_format"], msg: "Input should be 'text'" }],
          },
        },
      },
    ],
    [
      "FastAPI with a list",
      {
        status: 422,
        json: {
          detail: [
            {
              type: "extra_forbidden",
              loc: ["body", "response_format"],
              msg: "Extra inputs are not permitted",
              input: {},
            },
          ],
        },
      },
    ],
    [
      "Groq",
      {
        status: 400,
        json: {
          error: {
            message: "This model does not support response format `json_schema`.",
            type: "invalid_request_error",
          },
        },
      },
    ],
    [
      "OpenAI",
      {
        status: 400,
        json: {
          error: {
            message:
              "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
            param: null,
          },
        },
      },
    ],
    [
      "Gemini",
      {
        status: 400,
        json: [
          {
            error: {
              code: 400,
              message: "JSON mode is not enabled for models/gemma-3",
              status: "INVALID_ARGUMENT",
            },
          },
        ],
      },
    ],
    ["LM Studio", { status: 400, json: { error: "'response_format.type' must be 'text'" } }],
    [
      "OpenRouter",
      {
        status: 404,
        json: {
          error: { message: "No endpoints found that support structured outputs.", code: 404 },
        },
      },
    ],
    [
      "vLLM",
      {
        status: 400,
        json: {
          object: "error",
          message: "guided decoding backend is not available",
          type: "BadRequestError",
        },
      },
    ],
    [
      "one that answers 501",
      { status: 501, json: { error: { message: "response_format is not implemented" } } },
    ],
    [
      "one that says it inside a 200",
      { json: { error: { message: "response_format is not supported", code: 400 } } },
    ],
    [
      "one that names the parameter only",
      {
        status: 400,
        json: { error: { message: "Unsupported parameter.", param: "response_format" } },
      },
    ],
  ])("a JSON schema, as %s does, is asked in plain form from then on", async (_, refusal) => {
    refusing(({ response_format }) => response_format !== undefined, refusal, PLAIN_ANSWER)
    const notices: GeneratorNotice[] = []
    const own = generator()
    expect(await own.generate(REQUEST, context(notices))).toMatchObject(MAIL)
    expect(server.calls).toHaveLength(2)
    expect(JSON.stringify(server.calls[1]?.messages)).toContain('\\"Subject: \\"')
    expect(await own.generate(REQUEST, context(notices))).toMatchObject(MAIL)
    expect(server.calls).toHaveLength(3)
    // Whoever takes notices sorts out the double ones.
    expect(new Set(notices.map(({ code }) => code))).toEqual(new Set(["structured_output_refused"]))
  })

  it("a JSON schema loses none of many drafts that meet it at once", async () => {
    refusing(
      ({ response_format }) => response_format !== undefined,
      { status: 400, json: { error: { message: "response_format: no" } } },
      PLAIN_ANSWER
    )
    const own = generator()
    const drafts = await Promise.all(
      Array.from({ length: 8 }, () => own.generate(REQUEST, context()))
    )
    expect(drafts).toEqual(Array(8).fill(expect.objectContaining(MAIL)))
    expect(server.calls).toHaveLength(16)
  })

  it("max_tokens is sent max_completion_tokens from then on", async () => {
    refusing(({ max_tokens }) => max_tokens !== undefined, {
      status: 400,
      json: {
        error: {
          message:
            "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
          param: "max_tokens",
        },
      },
    })
    const logger = { info: jest.fn() }
    const own = generator({ maxOutputTokens: 700 }, logger)
    await own.generate(REQUEST, context())
    await own.generate(REQUEST, context())
    expect(server.calls.map((call) => [call.max_tokens, call.max_completion_tokens])).toEqual([
      [700, undefined],
      [undefined, 700],
      [undefined, 700],
    ])
    expect(logger.info).toHaveBeenCalledTimes(1)
  })

  it("both is asked without either, and a draft that meets both is not lost", async () => {
    server.reply = (call) =>
      refuseAsTheStrictest(call) ??
      (call.response_format
        ? { status: 400, json: { error: { message: "response_format: no" } } }
        : PLAIN_ANSWER)
    const own = generator({ maxOutputTokens: 700 })
    expect(await own.generate(REQUEST, context())).toMatchObject(MAIL)
    expect(server.calls).toHaveLength(3)
  })

  it("everything but the strictest schema drafts with the first call", async () => {
    server.reply = (call) => refuseAsTheStrictest(call) ?? ANSWER
    expect(await generator().generate(REQUEST, context())).toMatchObject(MAIL)
    expect(server.calls).toHaveLength(1)
    expect(server.calls[0]?.response_format?.type).toBe("json_schema")
  })
})
