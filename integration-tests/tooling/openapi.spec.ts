import { readFileSync } from "node:fs"
import Ajv2020 from "ajv/dist/2020"
import addFormats from "ajv-formats"
import { buildDocument } from "../../scripts/openapi/build-document"
import { generatedFiles } from "../../scripts/openapi/generated-files"
import { HttpContract, type Exchange } from "../../testing/contract/http-contract"
import { listAllRoutes } from "../../testing/routes"

const document = buildDocument()

describe("docs/openapi.json", () => {
  it("is what the validators say now, and so is the reference: else run `npm run openapi`", async () => {
    const files = await generatedFiles()
    expect(files).toHaveLength(3)
    for (const { path, text } of files) expect(readFileSync(path, "utf8")).toBe(text)
  })

  it("has every route of the plugin, and no other", () => {
    const documented = Object.entries(document.paths).flatMap(([path, calls]) =>
      Object.keys(calls).map((method) => `${method} /api/v1${path}`)
    )
    const routes = listAllRoutes().map(
      ({ method, path }) => `${method} ${path.replace(/\[(\w+)\]/g, "{$1}")}`
    )
    expect(documented.sort()).toEqual(routes.sort())
  })

  it("is OpenAPI 3.1 to a public validator", async () => {
    const { Validator } = await import("@seriousme/openapi-schema-validator")
    const validator = new Validator()
    const { valid, errors } = await validator.validate(structuredClone(document))
    expect({ valid, errors, version: validator.version }).toEqual({ valid: true, version: "3.1" })
  })

  it("has examples that fit their schemas", () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    addFormats(ajv)
    ajv.addSchema(document, "openapi")
    let seen = 0
    const look = (value: unknown, place: string[]) => {
      if (typeof value !== "object" || value === null) return
      const example: unknown = Reflect.get(value, "example")
      if (example !== undefined && "schema" in value) {
        seen += 1
        const pointer = [...place, "schema"]
          .map((part) => encodeURIComponent(part.replace(/~/g, "~0").replace(/\//g, "~1")))
          .join("/")
        const validate = ajv.getSchema(`openapi#/${pointer}`)
        expect({ place, fits: validate?.(example), errors: validate?.errors }).toEqual({
          place,
          fits: true,
          errors: null,
        })
        return
      }
      for (const [key, member] of Object.entries(value)) look(member, [...place, key])
    }
    look(document, [])
    expect(seen).toBeGreaterThan(50)
  })
})

describe("the look at what tests send and are answered", () => {
  const contract = new HttpContract(document)
  const id = "0190f1c2-7a3b-7c4d-8e5f-000000000001"
  const cancelled: Exchange = {
    method: "POST",
    url: `http://localhost:9000/api/v1/campaigns/${id}/playground/cancel`,
    requestBody: { batch_id: id },
    status: 200,
    type: "application/json; charset=utf-8",
    body: { campaign_id: id, batch_id: id, cancelled_count: 1 },
  }
  const listed: Exchange = {
    method: "GET",
    url: "/api/v1/campaigns?limit=5",
    status: 200,
    type: "application/json",
    body: { campaigns: [], count: 0, offset: 0, limit: 5 },
  }
  const refused = { type: "invalid_data", message: "Body: it is no JSON" }

  it.each<[string, Exchange]>([
    ["a good call", cancelled],
    ["a good list", listed],
    ["a refusal", { ...cancelled, requestBody: { batch_id: 7 }, status: 400, body: refused }],
    ["a path of the host", { ...listed, url: "/admin/orders", body: 7 }],
  ])("lets %s pass", (_, exchange) => {
    expect(contract.problems(exchange)).toEqual([])
  })

  it.each<[string, Exchange, string]>([
    ["a status that is not documented", { ...cancelled, status: 418 }, "knows no such status"],
    ["a field too many", { ...cancelled, body: { ...Object(cancelled.body), x: 1 } }, "additional"],
    ["a field too few", { ...listed, body: { campaigns: [], count: 0, offset: 0 } }, "limit"],
    ["a body that was taken, but is wrong", { ...cancelled, requestBody: {} }, "batch_id"],
    [
      "a query that was taken, but is wrong",
      { ...listed, url: "/api/v1/campaigns?limit=0" },
      ">= 1",
    ],
    ["an unknown query", { ...listed, url: "/api/v1/campaigns?order=name" }, "no 'order'"],
    ["another type of answer", { ...listed, type: "text/html" }, "no answer of type text/html"],
    ["a refusal of another shape", { ...listed, status: 400, body: { error: "no" } }, "message"],
  ])("finds %s", (_, exchange, problem) => {
    expect(contract.problems(exchange).join("\n")).toContain(problem)
  })
})
