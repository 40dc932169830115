import { ApiError } from "./api-error"
import { sdk } from "./sdk"

declare const __BACKEND_URL__: string | undefined
declare const __AUTH_TYPE__: "session" | "jwt" | undefined

/** After so long without an answer, in ms, a click has failed. */
const ANSWER_WITHIN_MS = 10_000

type Scalar = string | number | boolean
type QueryValue = Scalar | Record<string, Scalar> | null | undefined

interface CallOptions {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  /** An absent value is left out; an object becomes `name[key]=value`. */
  query?: object
  /** A file goes as it is, anything else as JSON. */
  body?: object
  headers?: Record<string, string>
  signal?: AbortSignal
}

/**
 * Calls the server as the dashboard does, logged in as it is.
 *
 * @throws ApiError when the server refuses, whatever `fetch` throws when it cannot be reached
 */
export async function callApi<T>(path: string, options: CallOptions = {}): Promise<T> {
  return (await (await ask(path, options)).json()) as T
}

/** The same for what is answered as a file. @param type of the file, such as `text/csv` */
export const readFile = async (path: string, type: string): Promise<Blob> =>
  (await ask(path, { headers: { accept: type } })).blob()

async function ask(path: string, options: CallOptions): Promise<Response> {
  const { method = "GET", query = {}, body, headers = {}, signal } = options
  const url = new URL(path, new URL(__BACKEND_URL__ || "/", window.location.origin))
  url.search = toQuery(query)
  const isFile = body instanceof Blob
  const response = await fetch(url, {
    method,
    headers: {
      accept: "application/json",
      ...(body && !isFile && { "content-type": "application/json" }),
      ...(await authorization()),
      ...headers,
    },
    credentials: "include",
    body: body && !isFile ? JSON.stringify(body) : body,
    signal,
  })
  if (response.ok) return response
  throw await toError(response)
}

/** The same for what a click starts: it fails when no answer comes, and nothing of it is sent later. */
export const callApiNow = <T>(path: string, options: CallOptions): Promise<T> =>
  callApi<T>(path, { ...options, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })

async function authorization(): Promise<Record<string, string>> {
  if (__AUTH_TYPE__ !== "jwt") return {}
  const token = await sdk.client.getToken()
  return token ? { authorization: `Bearer ${token}` } : {}
}

function toQuery(query: object): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query) as [string, QueryValue][]) {
    if (value === undefined || value === null) continue
    if (typeof value === "object") {
      for (const [key, inner] of Object.entries(value))
        params.append(`${name}[${key}]`, String(inner))
    } else params.append(name, String(value))
  }
  return params.toString()
}

async function toError(response: Response): Promise<ApiError> {
  // A proxy in between answers no JSON.
  const answer = (await response.json().catch(() => ({}))) as Partial<{
    message: string
    code: string
    params: Record<string, unknown>
  }>
  const { message = response.statusText, code = null, params = {} } = answer
  return new ApiError(message, response.status, code, params)
}
