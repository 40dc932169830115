import * as fc from "fast-check"
import { CampaignLead } from "../../src/validation/campaign-lead"
import type { Ids } from "./fixture"
import { junkText, junkValue, mutate, mutation } from "./junk"
import type { RawRequest } from "./raw-client"
import { ROUTE_CALLS, urlOf } from "./route-calls"

/** A request that must be refused, and with what. */
export interface BadRequest extends RawRequest {
  kind: string
  expected: number[]
}

const JSON_TYPE = { "content-type": "application/json" }
const CALLS = Object.entries(ROUTE_CALLS).map(([route, call]) => {
  const [method = "", path = ""] = route.split(" ")
  return { route, method: method.toUpperCase(), path, ...call }
})
const WITH_BODY = CALLS.filter(({ body }) => body)
const WITH_QUERY = CALLS.filter(({ query }) => query)
const WITH_IDS = CALLS.filter(({ path }) => path.includes("["))
type Call = (typeof CALLS)[number]

const isImport = ({ route }: Call) => route.startsWith("post ") && route.endsWith("/leads")

/** Requests that are one step away from a good one, for a host in which all `ids` exist. */
export function badRequest(ids: Ids, headers: Record<string, string>): fc.Arbitrary<BadRequest> {
  /** The good request of a route. */
  const good = ({ method, path, query, body }: Call) => ({
    method,
    path: urlOf(path, ids, query?.valid(ids)),
    headers: { ...headers, ...(body && JSON_TYPE) },
    ...(body && { body: JSON.stringify(body.valid(ids)) }),
  })
  const bad = (
    kind: string,
    call: Call,
    changed: Partial<RawRequest>,
    ...expected: number[]
  ): BadRequest => {
    const request = good(call)
    const all = { ...request, ...changed, headers: { ...request.headers, ...changed.headers } }
    return { kind: `${kind}: ${call.route}`, expected, ...all }
  }

  const body = fc
    .tuple(fc.constantFrom(...WITH_BODY), mutation)
    .filter(([call, mutated]) => refusalOf(call, mutate(call.body?.valid(ids), mutated)) !== null)
    .map(([call, mutated]) => {
      const value = mutate(call.body?.valid(ids), mutated)
      return bad("body", call, { body: JSON.stringify(value) }, refusalOf(call, value) ?? 0)
    })

  const wholeBody = fc
    .tuple(fc.constantFrom(...WITH_BODY), junkValue)
    .filter(([call, value]) => refusalOf(call, value) !== null)
    .map(([call, value]) =>
      bad("body", call, { body: JSON.stringify(value) }, refusalOf(call, value) ?? 0)
    )

  const brokenJson = fc
    .tuple(
      fc.constantFrom(...WITH_BODY),
      fc.nat(),
      fc.constantFrom(
        "cut",
        "{",
        "[".repeat(20_000),
        '{"a":'.repeat(20_000),
        "NaN",
        "'",
        "\ufeff{",
        "{}}"
      )
    )
    .map(([call, length, text]) => {
      const whole = good(call).body ?? ""
      const cut = whole.slice(0, 1 + (length % (whole.length - 1)))
      return bad("broken JSON", call, { body: text === "cut" ? cut : text }, 400)
    })

  const contentType = fc
    .tuple(
      fc.constantFrom(...WITH_BODY),
      fc.constantFrom<Record<string, string>>(
        { "content-type": "text/plain" },
        { "content-type": "application/x-www-form-urlencoded" },
        { "content-type": "multipart/form-data; boundary=x" },
        { "content-type": "application/xml" },
        { "content-type": "application/octet-stream" },
        { "content-type": "nonsense" },
        { "content-type": "application/json; charset=iso-8859-1" },
        { "content-type": "application/json; charset=utf-16" },
        { "content-type": "application/json; charset=nonsense" },
        { "content-encoding": "gzip" },
        { "content-encoding": "br" },
        { "content-encoding": "nonsense" }
      )
    )
    .map(([call, wrong]) => bad("content type", call, { headers: wrong }, 400, 415))

  const form = fc.constantFrom(...WITH_BODY).map((call) =>
    bad(
      "form",
      call,
      {
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: "name=x&profile_name=x&reason=x",
      },
      400,
      415
    )
  )

  const query = fc
    .tuple(fc.constantFrom(...WITH_QUERY), mutation, junkText)
    .map(([call, mutated, text]) => {
      const value = mutate(call.query?.valid(ids), { ...mutated, value: text })
      return { call, value: (typeof value === "object" ? value : {}) as Record<string, string> }
    })
    .filter(
      ({ call, value }) =>
        Object.keys(value).every((key) => /^[a-z_]+$/.test(key) && !(key in Object.prototype)) &&
        Object.values(value).every(
          (text) => typeof text === "string" && !/\p{Surrogate}/u.test(text)
        ) &&
        call.query?.schema.safeParse(value).success === false
    )
    .map(({ call, value }) => bad("query", call, { path: urlOf(call.path, ids, value) }, 400))
    // Node itself refuses longer ones, before the host.
    .filter(({ path }) => path.length < 8_000)

  const twistedQuery = fc
    .tuple(
      fc.constantFrom(...WITH_QUERY),
      fc.nat(),
      fc.constantFrom("[]=1", "[a]=1", "=1&KEY=2", "[$ne]=1"),
      junkText
    )
    .map(([call, place, twist]) => {
      const valid = call.query?.valid(ids) ?? {}
      const key = Object.keys(valid)[place % Object.keys(valid).length] ?? ""
      const { [key]: _, ...rest } = valid
      const twisted = `${urlOf(call.path, ids, rest)}&${key}${twist.replace("KEY", key)}`
      return bad("query", call, { path: twisted }, 400)
    })

  const pathId = fc
    .tuple(
      fc.constantFrom(...WITH_IDS),
      fc.nat(),
      fc.oneof(
        junkText
          .filter((text) => text !== "" && !/\p{Surrogate}/u.test(text) && text.length < 1_500)
          .map((text) => ({ id: encodeURIComponent(text), expected: 400 })),
        fc.constantFrom("%", "%zz", "%c0%ae", "%00", "%2e%2e%2f", "x".repeat(4_000)).map((id) => ({
          id,
          expected: 400,
        })),
        fc.uuid().map((id) => ({ id, expected: 404 }))
      )
    )
    .filter(([{ path }, place, { id }]) => {
      const name = idsOf(path)[place % idsOf(path).length]
      // A step is a number, so some junk is a good one.
      return name !== "step_index" || !/^\d+$|^[\da-f-]{36}$/.test(id)
    })
    .map(([call, place, { id, expected }]) => {
      const names = idsOf(call.path)
      const name = names[place % names.length] ?? ""
      // Raw: what is no good encoding must stay so.
      const path = urlOf(call.path.replace(`[${name}]`, "REPLACED"), ids, call.query?.valid(ids))
      return bad("id", call, { path: path.replace("REPLACED", id) }, expected)
    })

  const idempotencyKey = fc
    .oneof(
      fc.constantFrom("", "a b", "x".repeat(256), "ü", "a\tb", "\xa0"),
      fc.integer({ min: 256, max: 4_000 }).map((length) => "k".repeat(length))
    )
    .map((key) => {
      const call = CALLS.find(({ route }) => route.endsWith("/generate")) as Call // in the table
      return bad("header", call, { headers: { "idempotency-key": key } }, 400)
    })

  const authorization = fc
    .tuple(
      fc.constantFrom(...CALLS),
      fc.oneof(
        fc.constantFrom(
          "",
          "Bearer",
          "Bearer ",
          "Bearer null",
          "Basic",
          "Basic Og==",
          "Digest x",
          "sk_x"
        ),
        fc
          .tuple(fc.constantFrom("Bearer", "Basic"), fc.base64String({ maxLength: 200 }))
          .map((parts) => parts.join(" "))
      )
    )
    .map(([call, value]) => bad("authorization", call, { headers: { authorization: value } }, 401))

  return fc.oneof(
    { weight: 10, arbitrary: body },
    { weight: 2, arbitrary: wholeBody },
    { weight: 2, arbitrary: brokenJson },
    { weight: 2, arbitrary: contentType },
    { weight: 1, arbitrary: form },
    { weight: 4, arbitrary: query },
    { weight: 1, arbitrary: twistedQuery },
    { weight: 4, arbitrary: pathId },
    { weight: 1, arbitrary: idempotencyKey },
    { weight: 2, arbitrary: authorization }
  )
}

const idsOf = (path: string) => [...path.matchAll(/\[([^\]]+)\]/g)].map(([, name = ""]) => name)

/**
 * The status that a body must get, by the route's own schema; null when the body is good. An import
 * looks at each lead by itself: it answers 200, with nothing created.
 */
function refusalOf(call: Call, value: unknown): number | null {
  const text = JSON.stringify(value) as string | undefined
  if (text === undefined) return null
  const received: unknown = JSON.parse(text)
  if (call.body?.schema.safeParse(received).success === false) return 400
  if (!isImport(call)) return null
  const leads: unknown = Reflect.get(Object(received), "leads")
  const isBad = (lead: unknown) => !CampaignLead.safeParse(lead).success
  return Array.isArray(leads) && leads.every(isBad) ? 200 : null
}
