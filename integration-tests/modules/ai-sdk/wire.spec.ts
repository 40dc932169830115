import path from "node:path"
import type { AiSdkGenerator } from "../../../src/providers/ai-sdk/service"
import { completion, ModelServer } from "../../../testing/model-server/model-server"
import { REQUEST } from "./draft-request"

const ANSWER = completion({ content: '{"subject": "Filters", "body": "Hello Ada, filters?"}' })

/** The copy of zod that comes with the host's framework. */
const hostZod = from(
  from(require.resolve("@medusajs/framework/zod"), "@medusajs/deps/zod"),
  "zod/v4"
)

function from(file: string, specifier: string): string {
  return require.resolve(specifier, { paths: [path.dirname(file)] })
}

let server: ModelServer

beforeAll(async () => {
  server = await ModelServer.start(() => ANSWER)
})
afterAll(() => server.stop())
beforeEach(() => {
  server.calls.length = 0
})

/** The generator, with the AI SDK on a copy of zod of its own, or on the host's. */
function load(copies: "one" | "two"): typeof AiSdkGenerator {
  jest.resetModules()
  if (copies === "one") jest.doMock("zod/v4", () => jest.requireActual<object>(hostZod))
  else jest.dontMock("zod/v4")
  const service = "../../../src/providers/ai-sdk/service"
  return jest.requireActual<{ AiSdkGenerator: typeof AiSdkGenerator }>(service).AiSdkGenerator
}

it("two copies of zod stand side by side here, as in a host with one of its own", () => {
  expect(require.resolve("zod/v4")).not.toBe(hostZod)
})

it.each(["one", "two"] as const)(
  "with %s zod in node_modules the schema goes out strict, with a type on each property",
  async (copies) => {
    const Generator = load(copies)
    const generator = new Generator({}, { baseURL: server.baseURL, model: "tiny" })
    await generator.generate(REQUEST, { signal: new AbortController().signal })
    expect(server.calls[0]?.response_format).toEqual({
      type: "json_schema",
      json_schema: {
        name: "email",
        strict: true,
        schema: {
          type: "object",
          properties: {
            subject: { type: "string", description: expect.any(String) as string },
            body: { type: "string", description: expect.any(String) as string },
          },
          required: ["subject", "body"],
          additionalProperties: false,
        },
      },
    })
  }
)
