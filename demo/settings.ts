import { randomBytes } from "node:crypto"
import { freePort, isFree } from "../scripts/services/free-port"

export interface DemoSettings {
  /** Leave the host running, dashboard included. */
  serve: boolean
  /** Let a model write, instead of filling in a template. */
  model: boolean
  port: number
  email: string
  password: string
}

const FLAGS = ["--model", "--serve"]

/**
 * Reads `--serve`, `--model` and `PORT`. Without either the host takes any free port: nobody is to find it.
 *
 * @throws Error that says what to do, when an argument is unknown or the port is taken
 */
export async function readSettings(args: string[]): Promise<DemoSettings> {
  const unknown = args.filter((arg) => !FLAGS.includes(arg))
  if (unknown.length > 0) {
    throw new Error(
      `Unknown argument ${unknown.join(" ")}. Usage: npm run demo [-- ${FLAGS.join(" ")}]`
    )
  }
  const serve = args.includes("--serve")
  const wanted = process.env.PORT || (serve ? "9000" : undefined)
  const port = wanted === undefined ? await freePort() : await requirePort(wanted)
  // A database that is given may know the last demo's user.
  const email = process.env.DATABASE_URL
    ? `demo-${randomBytes(3).toString("hex")}@example.com`
    : "demo@example.com"
  const model = args.includes("--model")
  return { serve, model, port, email, password: randomBytes(9).toString("base64url") }
}

async function requirePort(wanted: string): Promise<number> {
  const port = Number(wanted)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT is "${wanted}": expected a number from 1 to 65535.`)
  }
  if (await isFree(port)) return port
  throw new Error(
    `Port ${port} is taken, perhaps by a demo that is still running. ` +
      `Stop it, or choose another: PORT=${port + 1} npm run demo -- --serve`
  )
}
