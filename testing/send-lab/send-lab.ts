import { fork, type ChildProcess } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import http from "node:http"
import type { AddressInfo } from "node:net"
import path from "node:path"
import type DeliveryModuleService from "../../src/modules/delivery/service"
import type { PlaygroundOptions } from "../../src/modules/playground/options/playground-options"
import {
  createDeliveryDatabase,
  insertApprovedCampaign,
  readSends,
  type ApprovedCampaign,
  type DeliveryDatabase,
  type SendState,
} from "../delivery-database"
import { eventually } from "../eventually"
import { removeRedisKeys } from "../redis-keys"
import { createDelivery, type DeliveryInput } from "./create-delivery"
import type { DeskMail, DeskMailAnswer } from "./desk-transport"

/** A process that sends, for as long as the test lets it. */
export class SenderProcess {
  constructor(private readonly child_: ChildProcess) {}

  async kill(): Promise<void> {
    if (this.child_.exitCode !== null || this.child_.signalCode !== null) return
    const ended = once(this.child_, "exit")
    this.child_.kill("SIGKILL")
    await ended
  }
  freeze(): void {
    this.child_.kill("SIGSTOP")
  }
  thaw(): void {
    this.child_.kill("SIGCONT")
  }
  /** @returns its exit code */
  async terminate(): Promise<number | null> {
    const ended = once(this.child_, "exit")
    this.child_.kill("SIGTERM")
    const [code] = (await ended) as [number | null]
    return code
  }
}

interface SendLabInput {
  backend: "redis" | "postgres"
  transport?: DeliveryInput["transport"]
  smtpPort?: number
  options?: PlaygroundOptions
  /** A Redis of the test's own, to kill. @default the run's */
  redisUrl?: string
}

type Policy = (mail: DeskMail) => DeskMailAnswer | undefined

/** A database, a queue, a transport that the test plays, and as many sending processes as a fault needs. */
export class SendLab {
  /** Every mail that reached the transport, in order. */
  readonly mails: DeskMail[] = []
  /** Those that wait for an answer. */
  readonly waiting = new Set<{ mail: DeskMail; answer: (answer: DeskMailAnswer) => void }>()
  /** Decides about a mail; undefined: it waits. */
  policy: Policy = () => ({ do: "accept" })
  private readonly processes_: SenderProcess[] = []

  private constructor(
    readonly database: DeliveryDatabase,
    /** The module in `server` mode: what the API's process does. */
    readonly api: DeliveryModuleService,
    private readonly input_: DeliveryInput,
    private readonly close_: () => Promise<void>
  ) {}

  static async open(input: SendLabInput): Promise<SendLab> {
    const { backend, transport = "desk", smtpPort, redisUrl } = input
    const prefix = `send_${randomBytes(5).toString("hex")}`
    const redis = redisUrl ?? process.env.REDIS_URL
    const options: PlaygroundOptions = {
      reconcileIntervalMs: 1_000,
      shutdownTimeoutMs: 2_000,
      ...input.options,
      queuePrefix: prefix,
      ...(backend === "redis" && { redisUrl: redis }),
      sending: { timeoutMs: 1_500, backoffMs: 50, ...input.options?.sending },
    }
    const database = await createDeliveryDatabase(prefix, { options })
    const server = http.createServer()
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const { port } = server.address() as AddressInfo
    const process_: DeliveryInput = {
      databaseUrl: database.url,
      options,
      mode: "worker",
      transport,
      deskUrl: `http://127.0.0.1:${port}`,
      name: "api",
      ...(smtpPort && { smtpPort }),
    }
    const api = createDelivery({ ...process_, mode: "server" })
    await api.__hooks.onApplicationStart()
    const lab = new SendLab(database, api, process_, async () => {
      await api.__hooks.onApplicationPrepareShutdown()
      await api.__hooks.onApplicationShutdown()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await database.drop()
      if (backend === "redis" && redis && !redisUrl) await removeRedisKeys(redis, prefix)
    })
    server.on("request", (req, res) => void lab.serve_(req, res))
    return lab
  }

  async start(name: string, env: NodeJS.ProcessEnv = {}): Promise<SenderProcess> {
    const child = fork(path.join(__dirname, "sender-main.ts"), {
      execArgv: ["-r", "ts-node/register/transpile-only"],
      env: {
        ...process.env,
        ...env,
        NODE_OPTIONS: "",
        SEND_LAB_INPUT: JSON.stringify({ ...this.input_, name }),
      },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    })
    await once(child, "message")
    const sender = new SenderProcess(child)
    this.processes_.push(sender)
    return sender
  }

  /** An active campaign with approved mails, for which Send was pressed. */
  async sending(leads: number): Promise<ApprovedCampaign> {
    const campaign = await insertApprovedCampaign(this.database.dataSource, { leads })
    await this.press(campaign)
    return campaign
  }

  press({ campaign_id }: ApprovedCampaign, step_index = 1) {
    const input = { campaign_id, step_index, actor: "user_sender", campaign_lead_ids: null }
    return this.api.scheduleSends(input)
  }

  sends(campaign: ApprovedCampaign): Promise<SendState[]> {
    return readSends(this.database.dataSource, campaign)
  }

  /** Waits until each send has this status, and answers them. */
  async all(campaign: ApprovedCampaign, status: string, withinMs = 30_000): Promise<SendState[]> {
    await eventually(
      async () => (await this.sends(campaign)).every((send) => send.status === status),
      { withinMs, because: `every send is ${status}`, everyMs: 25 }
    )
    return this.sends(campaign)
  }

  /** Waits until so many mails wait at the transport. */
  async untilWaiting(count: number): Promise<void> {
    await eventually(() => this.waiting.size >= count, {
      withinMs: 20_000,
      because: `${count} mails wait at the transport`,
      everyMs: 10,
    })
  }

  /** Holds every mail from now on. */
  hold(): void {
    this.policy = () => undefined
  }

  /** Answers all that wait, and every later one at once. */
  release(answer: DeskMailAnswer = { do: "accept" }): void {
    this.policy = () => answer
    for (const waiting of [...this.waiting]) waiting.answer(answer)
  }

  /** Recipients that more than one mail reached. Must be empty, always. */
  get sentTwice(): string[] {
    const all = this.mails.map(({ to }) => to)
    return [...new Set(all.filter((to, place) => all.indexOf(to) !== place))]
  }

  async close(): Promise<void> {
    for (const process_ of this.processes_) await process_.kill()
    await this.close_()
  }

  private async serve_(req: http.IncomingMessage, res: http.ServerResponse): Promise<void> {
    let body = ""
    for await (const chunk of req) body += String(chunk)
    const mail = JSON.parse(body) as DeskMail
    this.mails.push(mail)
    const reply = (answer: DeskMailAnswer) => res.end(JSON.stringify(answer))
    const answer = this.policy(mail)
    if (answer) {
      reply(answer)
      return
    }
    const waiting = {
      mail,
      answer: (later: DeskMailAnswer) => {
        this.waiting.delete(waiting)
        reply(later)
      },
    }
    this.waiting.add(waiting)
    res.once("close", () => this.waiting.delete(waiting))
  }
}

/** Opens a lab, runs the test in it and closes it whatever happens. */
export async function inSendLab(
  input: SendLabInput,
  test: (lab: SendLab) => Promise<void>
): Promise<void> {
  const lab = await SendLab.open(input)
  try {
    await test(lab)
  } finally {
    await lab.close()
  }
}
