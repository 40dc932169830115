import { GeneratorError, PermanentGeneratorError, type Draft } from "../../../../src/ports"
import { AiSdkGenerator } from "../../../../src/providers/ai-sdk/service"
import { completion, ModelServer } from "../../../../testing/model-server/model-server"
import { REQUEST } from "../draft-request"
import { ANSWERS, MAIL, type AnswerCase } from "./corpus"

let server: ModelServer

beforeAll(async () => {
  server = await ModelServer.start(() => completion({ content: "" }))
})
afterAll(() => server.stop())

const draft = ({ reply }: AnswerCase, structuredOutput: boolean): Promise<Draft> => {
  server.calls.length = 0
  server.reply = () => reply
  const generator = new AiSdkGenerator(
    {},
    { baseURL: server.baseURL, model: "tiny", structuredOutput }
  )
  return generator.generate(REQUEST, { signal: new AbortController().signal })
}

/** The kind: what a model's first answer may look like. Each is read the same, whatever was asked for. */
describe.each([
  ["held to a schema", true],
  ["asked in plain form", false],
])("an answer of a model that was %s", (_, structuredOutput) => {
  it.each(ANSWERS.map((answer) => [answer.name, answer] as const))("%s", async (_name, answer) => {
    const expected = answer.expect ?? { draft: MAIL }
    const outcome = await draft(answer, structuredOutput).catch((error: unknown) => error)
    expect(server.calls).toHaveLength(1)
    // Draft or not, it is paid for.
    expect(outcome).toMatchObject({
      usage: { input_tokens: 100, output_tokens: 50 },
      model: "tiny-2026",
    })
    if ("draft" in expected) {
      expect(outcome).toMatchObject(expected.draft)
      return
    }
    expect(outcome).toBeInstanceOf(GeneratorError)
    expect(outcome).toMatchObject({ code: expected.error })
    const isFinal = ["refused_by_model", "content_filtered"].includes(expected.error)
    expect(outcome instanceof PermanentGeneratorError).toBe(isFinal)
    const { message } = outcome as GeneratorError
    if (expected.says) expect(message).toMatch(expected.says)
    expect(message).not.toContain("structuredOutput")
  })
})
