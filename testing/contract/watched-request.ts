import request, { type Response, type Test } from "supertest"
import type { Exchange } from "./http-contract"

const METHODS: unknown[] = ["get", "post", "put", "patch", "delete"]

/**
 * Supertest on a host.
 *
 * @param watch told of every exchange
 */
export function watchedRequest(
  baseUrl: string,
  watch: (exchange: Exchange) => void
): ReturnType<typeof request> {
  return new Proxy(request(baseUrl), {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== "function" || !METHODS.includes(name)) return member
      return (url: string) => {
        // A method of supertest by the name of a verb makes a test.
        const test = Reflect.apply(member, target, [url]) as Test
        test.on("response", (answer: Response) => {
          watch(toExchange(test, answer))
        })
        return test
      }
    },
  })
}

function toExchange(test: Test, { status, type, body }: Response): Exchange {
  // What superagent says of a request: its types leave out `toJSON`.
  const sent = (
    test as unknown as { toJSON(): { method: string; url: string; data?: unknown } }
  ).toJSON()
  const isJson = String(test.get("Content-Type") ?? "application/json").includes("json")
  const data = isJson ? fromJson(sent.data) : undefined
  return { method: sent.method, url: sent.url, requestBody: data, status, type, body }
}

/** A body may be given as text; one that is no JSON was refused, and is not looked at. */
function fromJson(data: unknown): unknown {
  if (typeof data !== "string") return data
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}
