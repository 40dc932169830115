import * as fc from "fast-check"
import type { Host } from "../../testing/host-suite"
import { badRequest, type BadRequest } from "./bad-request"
import { createEverything } from "./fixture"
import { RawClient, inParallel, type RawAnswer } from "./raw-client"
import { everythingStored } from "./stored"

const REQUESTS = 10_000
const WITHIN_MS = 300_000
/** Of the host's own parser, where a route names no other. */
const HOST_BODY_LIMIT = 100 * 1024
/** Of code, of the database, of this plugin's tables: nobody outside has a use for these. */
const LEAKS =
  /\n\s+at |node_modules|\.[jt]s:\d|\b(select|insert into|update|delete from) [\s\S]{0,200}\b(from|values|set|where)\b|syntax error at|invalid input syntax|violates|QueryFailed|playground_draft_\w+ as/i

/** Ten thousand bad requests. */
export function testBadRequests(host: Host): void {
  let client: RawClient
  beforeEach(() => {
    client = new RawClient(host)
  })
  afterEach(() => client.close())

  it(
    "are each refused in the host's error shape, tell nothing of its inside, and store nothing",
    async () => {
      const ids = await createEverything(host)
      const before = await everythingStored(host)
      const prototype = Object.getOwnPropertyNames(Object.prototype)
      const seed = Number(process.env.BAD_REQUESTS_SEED ?? Date.now() % 2 ** 31)
      const requests = fc.sample(badRequest(ids, host.adminHeaders()), {
        numRuns: REQUESTS,
        seed,
      })
      const surprises: object[] = []
      await inParallel(requests, async (request) => {
        const answer = await client.send(request)
        const problem = problemWith(request, answer)
        if (problem && surprises.length < 20) {
          surprises.push({ problem, ...shown(request), answer: answer.text.slice(0, 300) })
        }
      })
      expect({ seed, surprises }).toEqual({ seed, surprises: [] })
      expect(await everythingStored(host)).toEqual(before)
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototype)
    },
    WITHIN_MS
  )
}

const shown = ({ kind, method, path, headers, body }: BadRequest) => ({
  kind,
  method,
  path: path.slice(0, 300),
  headers: { ...headers, authorization: headers.authorization?.slice(0, 40) },
  body: String(body).slice(0, 300),
})

function problemWith(request: BadRequest, answer: RawAnswer): string | null {
  const { status, contentType, text } = answer
  const isTooLarge = Buffer.byteLength(request.body ?? "") > HOST_BODY_LIMIT
  const expected = isTooLarge ? [...request.expected, 413] : request.expected
  if (!expected.includes(status)) return `answered ${status}, expected ${expected.join(" or ")}`
  if (!contentType.startsWith("application/json")) return `answered ${contentType}`
  const leak = LEAKS.exec(text)
  if (leak) return `leaks ${leak[0]}`
  const body = JSON.parse(text) as Record<string, unknown>
  if (status === 200) return body.created === 0 ? null : "created leads"
  const { type, message, code, ...rest } = body
  const isShaped =
    typeof type === "string" &&
    typeof message === "string" &&
    (code === undefined || typeof code === "string")
  return isShaped && Object.keys(rest).length === 0 ? null : "not in the error shape"
}
