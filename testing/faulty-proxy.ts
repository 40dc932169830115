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

/** Stands before a Postgres and does to its connections what networks and failovers do. */
export class FaultyProxy {
  private readonly server_: net.Server
  private readonly sockets_ = new Set<net.Socket>()
  private readonly swallowed_ = new WeakSet<net.Socket>()
  /** While true, each new connection is greeted and told farewell in one breath. */
  isCutting = false
  /** While true, new connections are accepted and never answered. */
  isSwallowing = false
  /** While true, Postgres refuses to listen, as a replica does. */
  isReplica = false
  /** How many were cut so. */
  cut = 0
  /** How many connections there have been. */
  opened = 0
  /** What Postgres has sent, in bytes. */
  received = 0

  private constructor(private readonly target_: URL) {
    this.server_ = net.createServer((client) => this.forward_(client))
  }

  static async open(serverUrl: string): Promise<FaultyProxy> {
    const proxy = new FaultyProxy(new URL(serverUrl))
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

  /** Loses whatever goes over the connections that there are, either way, and ends none of them. */
  swallowAll(): void {
    for (const socket of this.sockets_) this.swallowed_.add(socket)
  }

  async close(): Promise<void> {
    this.cutAll()
    await new Promise((resolve) => this.server_.close(resolve))
  }

  private forward_(client: net.Socket): void {
    this.opened += 1
    const server = net.connect(Number(this.target_.port), this.target_.hostname)
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.sockets_.add(socket)
      if (this.isSwallowing) this.swallowed_.add(socket)
      // A socket that is reset is closed as well, and that is dealt with.
      socket.on("error", () => {})
      socket.once("close", () => {
        this.sockets_.delete(socket)
        other.destroy()
      })
    }
    client.on("data", (chunk: Buffer) => {
      if (this.swallowed_.has(client)) return
      server.write(this.isReplica ? misspellListen(chunk) : chunk)
    })
    server.on("data", (chunk: Buffer) => {
      if (this.swallowed_.has(server)) return
      this.received += chunk.length
      if (!this.isCutting || !chunk.includes(READY)) {
        client.write(chunk)
        return
      }
      this.cut += 1
      client.end(Buffer.concat([chunk, farewell()]))
    })
  }
}

/** An error of Postgres' own in answer to LISTEN: only a real replica answers with its very code. */
const misspellListen = (chunk: Buffer) =>
  Buffer.from(chunk.toString("latin1").replace(/\blisten /i, "lisfen "), "latin1")
