import net, { type AddressInfo } from "node:net"

/** Postgres' ReadyForQuery, idle: what a connection ends its greeting with. */
const READY = Buffer.from("Z\0\0\0\u0005I", "latin1")

/** Postgres' ErrorResponse, as it takes leave of a connection that an administrator ends. */
function farewell(): Buffer {
  const message = "terminating connection due to administrator command"
  const fields = Buffer.from(`SFATAL\0VFATAL\0C57P01\0M${message}\0\0`, "latin1")
  const head = Buffer.from("E\0\0\0\0", "latin1")
  head.writeInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
}

/** Stands before a Postgres and can cut connections at the worst moment: as they become ready. */
export class CuttingProxy {
  private readonly server_: net.Server
  private readonly sockets_ = new Set<net.Socket>()
  /** While true, each new connection is greeted and told farewell in one breath. */
  isCutting = false
  /** How many were cut so. */
  cut = 0

  private constructor(private readonly target_: URL) {
    this.server_ = net.createServer((client) => this.forward_(client))
  }

  static async open(serverUrl: string): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(new URL(serverUrl))
    await new Promise<void>((resolve) => proxy.server_.listen(0, "localhost", resolve))
    return proxy
  }

  get url(): string {
    const url = new URL(this.target_)
    url.port = String((this.server_.address() as AddressInfo).port)
    return url.href
  }

  /** Ends every connection that there is. */
  cutAll(): void {
    for (const socket of this.sockets_) socket.destroy()
  }

  async close(): Promise<void> {
    this.cutAll()
    await new Promise((resolve) => this.server_.close(resolve))
  }

  private forward_(client: net.Socket): void {
    const server = net.connect(Number(this.target_.port), this.target_.hostname)
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.sockets_.add(socket)
      // A socket that is reset is closed as well, and that is dealt with.
      socket.on("error", () => {})
      socket.once("close", () => {
        this.sockets_.delete(socket)
        other.destroy()
      })
    }
    client.pipe(server)
    server.on("data", (chunk: Buffer) => {
      if (!this.isCutting || !chunk.includes(READY)) {
        client.write(chunk)
        return
      }
      this.cut += 1
      client.end(Buffer.concat([chunk, farewell()]))
    })
  }
}
