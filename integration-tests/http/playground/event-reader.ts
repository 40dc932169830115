import { get, type IncomingMessage } from "node:http"
import { once } from "node:events"
import { eventually } from "../../../testing/eventually"

export interface ReceivedEvent {
  event: string
  id: string
  data: Record<string, unknown>
}

/** One open stream, read the way a browser's `EventSource` does. */
export class EventReader {
  readonly events: ReceivedEvent[] = []
  readonly comments: string[] = []
  isEnded = false
  private rest_ = ""

  private constructor(readonly response: IncomingMessage) {
    response.setEncoding("utf8")
    response.on("data", (chunk: string) => this.read_(chunk))
    response.on("close", () => (this.isEnded = true))
  }

  static async open(url: string, headers: Record<string, string>): Promise<EventReader> {
    const [response] = (await once(get(url, { headers }), "response")) as [IncomingMessage]
    return new EventReader(response)
  }

  named(event: string): ReceivedEvent[] {
    return this.events.filter((received) => received.event === event)
  }

  async until(condition: () => boolean, because: string, withinMs = 20_000): Promise<void> {
    await eventually(condition, { withinMs, because })
  }

  close(): void {
    this.response.destroy()
  }

  private read_(chunk: string): void {
    const blocks = (this.rest_ + chunk).split("\n\n")
    this.rest_ = blocks.pop() ?? ""
    for (const block of blocks) {
      if (block.startsWith(":")) {
        this.comments.push(block)
        continue
      }
      const fields = new Map(
        block.split("\n").map((line): [string, string] => {
          const colon = line.indexOf(": ")
          return [line.slice(0, colon), line.slice(colon + 2)]
        })
      )
      this.events.push({
        event: fields.get("event") ?? "",
        id: fields.get("id") ?? "",
        data: JSON.parse(fields.get("data") ?? "null"),
      })
    }
  }
}
