import { fork, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import type { ReceivedMail, SmtpBehaviour } from "./smtp-main"

/** A real mail server in a process of its own, which does what it is told. */
export class SmtpProcess {
  /** Every mail that reached it whole, taken or not. */
  readonly mails: ReceivedMail[] = []

  private constructor(
    private readonly child_: ChildProcess,
    readonly port: number
  ) {
    child_.on("message", (message: { mail?: ReceivedMail }) => {
      if (message.mail) this.mails.push(message.mail)
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

  /** From now on. */
  async tell(behaviour: SmtpBehaviour): Promise<void> {
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
