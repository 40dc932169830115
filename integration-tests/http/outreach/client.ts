import type { Response } from "supertest"
import type { Host } from "../../../testing/host-suite"

/** Speaks to the plugin's routes in an admin's name. Paths are below `/api/v1`. */
export interface Client {
  get(path: string): Promise<Response>
  post(path: string, body?: object | string): Promise<Response>
  patch(path: string, body: object | string): Promise<Response>
  remove(path: string): Promise<Response>
  /** A file, as a browser or curl would send it. */
  upload(path: string, file: string | Buffer, contentType?: string): Promise<Response>
}

export function clientOf(host: Host): Client {
  const send = (method: "get" | "post" | "patch" | "delete", path: string) =>
    host.request()[method](`/api/v1${path}`).set(host.adminHeaders())
  return {
    get: (path) => send("get", path).then(),
    post: (path, body = {}) => send("post", path).type("application/json").send(body).then(),
    patch: (path, body) => send("patch", path).type("application/json").send(body).then(),
    remove: (path) => send("delete", path).then(),
    upload: (path, file, contentType = "text/csv") =>
      send("post", path).set("Content-Type", contentType).send(file).then(),
  }
}

/** An answer that is refused as the contract says: the host's shape, and a message that says why. */
export const refusal = (...parts: string[]) => ({
  type: "invalid_data",
  message: expect.stringMatching(
    new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*"), "s")
  ),
})

export const UNKNOWN_ID = "00000000-0000-4000-8000-000000000000"
