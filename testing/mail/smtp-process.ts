import { fork, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import type { ReceivedMail, SmtpBehaviour } from "./smtp-main"

/** A real mail server in a process of its own, which does what it is told. */
export class SmtpProcess {
  private readonly mails_: ReceivedMail[] = []
  private behaviour_: SmtpBehaviour = { at: "accept", do: "accept" }

  private constructor(
    private readonly child_: ChildProcess,
    readonly port: number
  ) {
    // Each question that waits for its answer listens.
    child_.setMaxListeners(0)
    child_.on("message", (message: { mail?: ReceivedMail }) => {
      if (message.mail) this.mails_.push(message.mail)
    })
  }

  static async start(input: { auth?: { user: string; pass: string } } = {}): Promise<SmtpProcess> {
    const child = fork(path.join(__dirname, "smtp-main.ts"), {
      execArgv: ["-r", "ts-node/register/transpile-only"],
      env: { ...process.env, NODE_OPTIONS: "", SMTP_INPUT: JSON.stringify(input) },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    })
    const [{ port }] = (await once(child, "message")) as [{ port: number }]
    return new SmtpProcess(child, port)
  }

  /**
   * Every mail that reached it whole until now, taken or not. Its answer to the client and its word
   * to us go different ways: a round trip on ours makes sure that all words have come.
   */
  async received(): Promise<readonly ReceivedMail[]> {
    await this.tell(this.behaviour_)
    return this.mails_
  }

  /** From now on. */
  async tell(behaviour: SmtpBehaviour): Promise<void> {
    this.behaviour_ = behaviour
    const told = new Promise<void>((resolve) => {
      const hear = (message: { told?: boolean }) => {
        if (!message.told) return
        this.child_.off("message", hear)
        resolve()
      }
      this.child_.on("message", hear)
    })
    this.child_.send(behaviour)
    await told
  }

  async stop(): Promise<void> {
    if (this.child_.exitCode !== null || this.child_.signalCode !== null) return
    const ended = once(this.child_, "exit")
    this.child_.kill("SIGKILL")
    await ended
  }
}
