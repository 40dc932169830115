import { peerDependencies } from "../../../package.json"
import { parseRetryAfter } from "../../../src/providers/ai-sdk/errors/retry-after"
import { assertInstalled } from "../../../src/providers/ai-sdk/sdk"
import { AiSdkGenerator } from "../../../src/providers/ai-sdk/service"

const SERVER = { baseURL: "https://api.openai.com/v1", model: "gpt-5-mini" }
const MODEL = { specificationVersion: "v3", modelId: "inline", doGenerate: () => undefined }

describe("the options of ai-sdk", () => {
  it.each([
    ["a server and a model's name", SERVER],
    ["all that a server may need", { ...SERVER, apiKey: "sk-1", headers: { "X-Title": "Shop" } }],
    ["a model object", { model: MODEL, temperature: 0, structuredOutput: false }],
  ])("may be %s", (_, options) => {
    expect(() => AiSdkGenerator.validateOptions(options)).not.toThrow()
  })

  it.each([
    [undefined, /option "model": expected a model object/],
    [{ model: "gpt-5-mini" }, /option "baseURL": is needed .*https:\/\/api\.openai\.com\/v1/],
    [{ ...SERVER, baseURL: "api.openai.com" }, /option "baseURL": expected a URL such as/],
    [{ ...SERVER, apiKey: "sk-1\n" }, /option "apiKey": .*remove blanks and line breaks/],
    [{ ...SERVER, headers: { "X-Title": "a\nb" } }, /option "headers.X-Title": /],
    [{ model: MODEL, baseURL: SERVER.baseURL }, /option "baseURL": a model object brings its own/],
    [{ ...SERVER, temperature: 3 }, /option "temperature": /],
    [{ ...SERVER, maxOutputTokens: 0 }, /option "maxOutputTokens": /],
    [{ ...SERVER, structuredOutput: "yes" }, /option "structuredOutput": /],
    [{ ...SERVER, modle: "typo" }, /modle/],
  ])("are refused by name, with what to do: %j", (options, problem) => {
    const validate = () => AiSdkGenerator.validateOptions(options)
    expect(validate).toThrow(problem)
    expect(validate).toThrow(/^Generator "ai-sdk": .*Correct it in medusa-config\.ts\.$/)
    expect(validate).not.toThrow(/sk-1/)
  })

  it("tell a host that lacks the AI SDK which command installs it", () => {
    const find = () => {
      throw new Error("Cannot find module")
    }
    expect(() => assertInstalled(["ai", "@ai-sdk/openai-compatible"], find)).toThrow(
      'Generator "ai-sdk": ai and @ai-sdk/openai-compatible cannot be found. ' +
        `Run: npm install "ai@${peerDependencies.ai}" ` +
        `"@ai-sdk/openai-compatible@${peerDependencies["@ai-sdk/openai-compatible"]}"`
    )
  })
})

describe("a provider's wish to wait", () => {
  const now = Date.parse("2026-01-01T00:00:00Z")

  it.each([
    [{ "retry-after": "7" }, 7_000],
    [{ "retry-after": "0.5" }, 500],
    [{ "retry-after-ms": "250", "retry-after": "7" }, 250],
    [{ "retry-after-ms": "soon", "retry-after": "7" }, 7_000],
    [{ "retry-after": "Thu, 01 Jan 2026 00:00:30 GMT" }, 30_000],
    [{ "retry-after": "Wed, 31 Dec 2025 23:00:00 GMT" }, 0],
    [{ "retry-after": "86400" }, 86_400_000],
    [{ "retry-after": "later" }, null],
    [{}, null],
  ])("is read from %j as %s ms", (headers, waitMs) => {
    expect(parseRetryAfter(headers, now)).toBe(waitMs)
  })
})
