import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { wellFormedJsonObject } from "../../../src/validation/json-object"
import { parseOrRefuse } from "../../../src/api/utils/validate"

const refusalOf = (schema: z.ZodType, input: unknown): string => {
  try {
    parseOrRefuse(schema, input)
  } catch (error) {
    if (error instanceof MedusaError && error.type === MedusaError.Types.INVALID_DATA) {
      return error.message
    }
    throw error
  }
  throw new Error("it was not refused")
}

/** JSON that parses, but exhausts the stack of whatever walks it by recursion. */
const nested = (levels: number): unknown => JSON.parse("[".repeat(levels) + "]".repeat(levels))

describe("validation of requests", () => {
  it("refuses a value nested beyond any stack where a number belongs, naming the field", () => {
    const schema = z.strictObject({ step_index: z.number() })
    expect(refusalOf(schema, { step_index: nested(50_000) })).toMatch(/'step_index'.*a list of 1$/)
  })

  it("refuses a free-form object nested beyond any stack, saying how deep it may be", () => {
    const schema = z.strictObject({ attributes: wellFormedJsonObject(1_000_000) })
    const message = refusalOf(schema, { attributes: { deep: nested(50_000) } })
    expect(message).toMatch(/'attributes'.*20 levels/)
  })

  it("says what came where a text is refused, cut short when it is long", () => {
    const schema = z.strictObject({ status: z.enum(["draft"]) })
    expect(refusalOf(schema, { status: "sent" })).toMatch(/got: "sent"$/)
    expect(refusalOf(schema, { status: "x".repeat(500) })).toMatch(/got: "x{59}…$/)
  })

  it("names every unknown field and the object that holds it", () => {
    const schema = z.strictObject({ steps: z.array(z.strictObject({})) })
    expect(refusalOf(schema, { steps: [{ stray: 1 }] })).toContain("in 'steps.0': 'stray'")
  })
})
