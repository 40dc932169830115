import { subscribe, unsubscribe } from "node:diagnostics_channel"
import type { Server } from "node:http"
import { setTimeout as wait } from "node:timers/promises"
import { brotliCompressSync, constants, deflateSync, gzipSync } from "node:zlib"
import { clientOf, refusal, type Client } from "../http/outreach/client"
import { eventually } from "../../testing/eventually"
import { hostSuite } from "../../testing/host-suite"
import type { RawAnswer } from "./raw-client"
import { sendPieces, WireClient } from "./slow-client"

const MEGABYTE = 1024 * 1024
const BOMB_BYTES = 100 * MEGABYTE
/** Beyond what the process had before; the test's own sending is part of it. */
const MAX_RISE = 150 * MEGABYTE
/** A million, in whole pieces. */
const EMPTY_LINES = 16 * 64 * 1024
const WITHIN_MS = 120_000

const text = (...lines: string[]) => Buffer.from(lines.map((line) => `${line}\n`).join(""))

/** `head`, and then `unit` over and over. */
function* repeated(head: string, unit: string, bytes = BOMB_BYTES): Generator<Buffer> {
  yield Buffer.from(head)
  const piece = Buffer.from(unit.repeat(Math.ceil((64 * 1024) / unit.length)))
  for (let sent = 0; sent < bytes; sent += piece.length) yield piece
}

/** Runs it, and tells how many bytes more than before the process held at the most. */
async function riseOf<T>(run: () => Promise<T>): Promise<{ answer: T; rise: number }> {
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20)
  try {
    return { answer: await run(), rise: Math.max(most, process.memoryUsage.rss()) - before }
  } finally {
    clearInterval(watch)
  }
}

const bodyOf = ({ text: body }: RawAnswer) => JSON.parse(body) as Record<string, unknown>

hostSuite("an upload that means harm", {}, (host) => {
  let client: Client
  let campaign: string
  let server: Server | undefined
  const noteServer = (message: unknown) => {
    server = (message as { server: Server }).server // As Node documents this channel.
  }

  beforeAll(() => subscribe("http.server.request.start", noteServer))
  afterAll(() => unsubscribe("http.server.request.start", noteServer))
  beforeEach(async () => {
    client = clientOf(host)
    const { body } = await client.post("/campaigns", { name: "x" })
    campaign = String(body.campaign.id)
  })
  afterEach(async () => {
    expect((await client.get("/campaigns")).status).toBe(200)
    // The plugin's own workers are between two statements of a transaction now and then.
    await eventually(
      async () => {
        const [open] = await host.query<{ transactions: number }>(
          `select count(*)::int as transactions from pg_stat_activity
            where datname = current_database() and state like 'idle in transaction%'`
        )
        return open?.transactions === 0
      },
      { withinMs: 5_000, because: "no transaction of an upload stays open" }
    )
  })

  const leads = () => `/campaigns/${campaign}/leads`
  const emails = async (): Promise<string[]> => {
    const { body } = await client.get(`${leads()}?limit=200`)
    return body.leads.map(({ email }: { email: string }) => email)
  }
  const request = (headers: Record<string, string>) => ({
    method: "POST",
    path: `/api/v1${leads()}`,
    headers: { ...host.adminHeaders(), ...headers },
  })
  const csv = { "content-type": "text/csv" }
  const json = { "content-type": "application/json" }

  describe("by its size", () => {
    const tooLong = { reason: expect.stringContaining("longer than 131072 bytes") }
    const beforeIt = "email,note\na@example.com,x\n"
    const afterOne = expect.objectContaining({
      created: 1,
      skipped: 0,
      errors: [expect.objectContaining({ line: 3, code: "unreadable_from_here", ...tooLong })],
    })

    const headerTooLong = { ...refusal("longer than 131072 bytes"), code: "header_unreadable" }

    it.each([
      ["a line without an end", beforeIt, "x", 200, afterOne],
      ["a quote that is never closed", `${beforeIt}"`, "x\n", 200, afterOne],
      ["a hundred million columns", beforeIt, ",", 200, afterOne],
      ["columns with a letter each", beforeIt, "x,", 200, afterOne],
      ["a header without an end", "email,", "x", 400, headerTooLong],
      ["a header of nothing but commas", "email,", ",", 400, headerTooLong],
    ])(
      "is answered, of 100 MB with %s, and costs no memory",
      async (_, head, unit, status, expected) => {
        const { answer, rise } = await riseOf(() =>
          sendPieces(host, request(csv), repeated(head, unit))
        )
        expect({ status: answer.status, body: bodyOf(answer) }).toEqual({ status, body: expected })
        expect(rise).toBeLessThan(MAX_RISE)
        expect(await emails()).toEqual(status === 200 ? ["a@example.com"] : [])
      },
      WITHIN_MS
    )

    it(
      "is refused as JSON of 100 MB when 40 have come, to the end in words",
      async () => {
        const { answer, rise } = await riseOf(() =>
          sendPieces(host, request(json), repeated('{"leads":["', "x"))
        )
        expect(answer.status).toBe(400)
        expect(bodyOf(answer)).toEqual(refusal("at most 40 MB"))
        expect(rise).toBeLessThan(MAX_RISE)
      },
      WITHIN_MS
    )

    it("is refused to a stranger before any of it is read", async () => {
      const stranger = { ...request(csv), headers: csv }
      const { answer, rise } = await riseOf(() =>
        sendPieces(host, stranger, repeated("email\n", "a@example.com\n"))
      )
      expect(answer.status).toBe(401)
      expect(rise).toBeLessThan(MAX_RISE)
    })

    it(
      "may have a million empty lines before its one lead",
      async () => {
        const { answer, rise } = await riseOf(() =>
          sendPieces(
            host,
            request(csv),
            (function* () {
              yield* repeated("email\n", "\n", EMPTY_LINES)
              yield Buffer.from("a@example.com\nnobody\n")
            })()
          )
        )
        expect(bodyOf(answer)).toMatchObject({
          created: 1,
          errors: [{ email: "nobody", line: EMPTY_LINES + 3 }],
        })
        expect(rise).toBeLessThan(MAX_RISE)
      },
      WITHIN_MS
    )

    it("may have 10,000 columns, while a lead with more than 32 kB in them is refused alone", async () => {
      const names = Array.from({ length: 10_000 }, (_, place) => `c${place}`)
      const full = names.map(() => "x").join(",")
      const file = text(`email,${names.join(",")}`, `a@example.com,${full}`, "b@example.com,1")
      const answer = await client.upload(leads(), file)
      expect(answer.body).toMatchObject({
        created: 1,
        skipped: 0,
        errors: [
          {
            line: 2,
            email: "a@example.com",
            code: "attributes_too_large",
            reason: expect.stringContaining("at most 32768 bytes"),
          },
        ],
      })
      expect(await emails()).toEqual(["b@example.com"])
    })
  })

  it("with formulas is text like any other, kept as it came", async () => {
    const formulas = ["=cmd|' /C calc'!A0", "@SUM(1+1)*cmd", "+1+1", "-1+1", "\t=1+1"]
    const rows = formulas.map((formula, place) => `lead-${place}@example.com,"${formula}"`)
    const answer = await client.upload(leads(), text("email,first_name", ...rows))
    expect(answer.body).toMatchObject({ created: 5, skipped: 0, errors: [] })
    const { body } = await client.get(leads())
    expect(body.leads.map((lead: { first_name: string }) => lead.first_name)).toEqual(
      formulas.map((formula) => formula.trim())
    )
  })

  describe("that is compressed", () => {
    const brotli = (bytes: Buffer) =>
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
    // 415 for what the host's parser does not know at all.
    const packers: [string, (bytes: Buffer) => Buffer, number][] = [
      ["gzip", gzipSync, 413],
      ["deflate", deflateSync, 413],
      ["br", brotli, 415],
    ]

    it.each(packers)(
      "by %s is not unpacked by the import, and by no other route beyond its limit",
      async (encoding, pack, status) => {
        const bomb = pack(Buffer.alloc(BOMB_BYTES, " "))
        const packed = { "content-encoding": encoding, "content-length": String(bomb.length) }
        for (const form of [csv, json]) {
          const { answer, rise } = await riseOf(() =>
            sendPieces(host, request({ ...form, ...packed }), [bomb])
          )
          expect(answer.status).toBe(415)
          expect(bodyOf(answer)).toEqual(refusal("not compressed"))
          expect(rise).toBeLessThan(MAX_RISE)
        }
        const create = { ...request({ ...json, ...packed }), path: "/api/v1/campaigns" }
        const { answer, rise } = await riseOf(() => sendPieces(host, create, [bomb]))
        expect(answer.status).toBe(status)
        expect(rise).toBeLessThan(MAX_RISE)
      },
      WITHIN_MS
    )
  })

  describe("in another encoding", () => {
    const file = "email,first_name\na@example.com,Jürgen\n"
    const utf16 = (order: "le" | "be", mark: string) => {
      const bytes = Buffer.from(mark + file, "utf16le")
      return order === "le" ? bytes : bytes.swap16()
    }

    it.each([
      ["UTF-16 LE with a mark", utf16("le", "\ufeff"), "utf-16le"],
      ["UTF-16 BE with a mark", utf16("be", "\ufeff"), "utf-16be"],
      ["UTF-16 LE without a mark", utf16("le", ""), "utf-16le"],
      ["UTF-16 BE without a mark", utf16("be", ""), "utf-16be"],
    ])("is read in %s, which the answer names", async (_, bytes, encoding) => {
      const { body } = await client.upload(leads(), bytes)
      expect(body).toMatchObject({ created: 1, errors: [], encoding })
      expect(await emails()).toEqual(["a@example.com"])
    })

    it.each([
      ["Latin-1", [0xfc]],
      ["overlong forms", [0xc0, 0xaf]],
      ["half a surrogate", [0xed, 0xa0, 0x80]],
      ["a character cut short", [0xe2, 0x82]],
      ["a character beyond Unicode", [0xf4, 0x90, 0x80, 0x80]],
    ])("that says it is UTF-8 loses the rows with %s alone, by line", async (_, bytes) => {
      const wrong = Buffer.concat([Buffer.from("b@example.com,J"), Buffer.from(bytes), text("n")])
      const whole = Buffer.concat([Buffer.from("\ufeff"), text(...file.trim().split("\n"))])
      const answer = await client.upload(leads(), Buffer.concat([whole, wrong, text("c@x.com,C")]))
      expect(answer.body).toMatchObject({
        created: 2,
        skipped: 0,
        errors: [
          {
            line: 3,
            email: "b@example.com",
            code: "not_utf8",
            reason: "Column 'first_name': it is not UTF-8",
          },
        ],
      })
      expect(await emails()).toEqual(["a@example.com", "c@x.com"])
    })

    it.each(["latin1", "utf-16le", '"iso-8859-1"', "nonsense"])(
      "is refused when it calls itself %s, as CSV and as JSON",
      async (charset) => {
        for (const form of ["text/csv", "application/json"]) {
          const type = `${form}; charset=${charset}`
          const answer = await client.upload(leads(), file, type)
          expect(answer).toMatchObject({ status: 415, body: refusal("in UTF-8") })
        }
        expect(await emails()).toEqual([])
      }
    )

    it("is refused as JSON that is not UTF-8 throughout", async () => {
      const start = Buffer.from('{"leads":[{"email":"a@example.com","first_name":"')
      const bytes = Buffer.concat([start, Buffer.from([0xfc]), Buffer.from('"}]}')])
      const answer = await sendPieces(host, request(json), [bytes])
      expect(answer.status).toBe(400)
      expect(bodyOf(answer)).toEqual(refusal("it is not UTF-8"))
    })
  })

  describe("that breaks the protocol", () => {
    let wire: WireClient
    beforeEach(() => {
      wire = new WireClient(host.baseUrl())
    })
    afterEach(() => wire.cut())

    const answered = (status: number) =>
      eventually(() => wire.received.includes(`HTTP/1.1 ${status} `), {
        withinMs: 45_000,
        because: `it is answered ${status}`,
      })
    const closed = () =>
      eventually(() => wire.isClosed, { withinMs: 45_000, because: "the host hangs up" })

    it("by less than the length it named stores nothing", async () => {
      wire.head(request({ ...csv, "content-length": "1000" }))
      wire.write("email\na@example.com\n")
      wire.end()
      await answered(400)
      await closed()
      expect(await emails()).toEqual([])
    })

    it("by more than the length it named is hung up on, and stores nothing", async () => {
      const file = "email\na@example.com\nb@exam"
      wire.head(request({ ...csv, "content-length": String(file.length) }))
      wire.write(`${file}ple.com\n`)
      await answered(400)
      await closed()
      expect(await emails()).toEqual([])
    })

    it.each([
      ["a chunk of no length", "zz\r\nemail\r\n"],
      ["a chunk longer than it says", "5\r\nemail-and-more\r\n"],
      ["a length beyond all numbers", "fffffffffffffffff\r\n"],
    ])("by %s stores nothing", async (_, chunk) => {
      wire.head(request({ ...csv, "transfer-encoding": "chunked" }))
      wire.write("14\r\nemail\na@example.com\n\r\n")
      wire.write(chunk)
      await answered(400)
      await closed()
      expect(await emails()).toEqual([])
    })

    it("by naming two lengths is refused by Node itself", async () => {
      wire.head(request({ ...csv, "content-length": "20", "transfer-encoding": "chunked" }))
      await answered(400)
      await closed()
    })

    it("by an expectation nobody meets is refused, while one that waits for 100 is told to go on", async () => {
      const file = "email\na@example.com\n"
      wire.head(request({ ...csv, "content-length": String(file.length), expect: "100-continue" }))
      await answered(100)
      wire.write(file)
      await answered(200)
      expect(await emails()).toEqual(["a@example.com"])
      wire.head(request({ ...csv, "content-length": "5", expect: "a miracle" }))
      await answered(417)
    })

    it("by being cut below a thousand rows stores none, leaves no connection, and can be sent again", async () => {
      const file = `email\n${Array.from({ length: 900 }, (_, place) => `l${place}@example.com\n`).join("")}`
      const connections = () =>
        new Promise<number>((resolve) => server?.getConnections((_, count) => resolve(count)))
      const before = await connections()
      wire.head(request({ ...csv, "content-length": String(file.length + 1) }))
      wire.write(file)
      await eventually(async () => (await connections()) > before, {
        withinMs: 45_000,
        because: "the host has the connection",
      })
      wire.cut()
      await eventually(async () => (await connections()) <= before, {
        withinMs: 45_000,
        because: "the host has let the connection go",
      })
      expect(await emails()).toEqual([])
      expect((await client.upload(leads(), file)).body).toMatchObject({ created: 900, skipped: 0 })
    })
  })

  describe("that takes its time", () => {
    it(
      "keeps nobody waiting, twenty at once, and ends as any other",
      async () => {
        const body = Buffer.from("email\nslow-00@example.com\n")
        const slowly = async function* (place: number) {
          for (const [index, byte] of Buffer.from(
            body.toString().replace("00", String(place + 10))
          ).entries()) {
            // A slow sender, not a wait for something.
            if (index > 0) await wait(100)
            yield Buffer.from([byte])
          }
        }
        let finished = 0
        const uploads = Array.from({ length: 20 }, (_, place) =>
          sendPieces(host, request(csv), slowly(place)).finally(() => (finished += 1))
        )
        const took: number[] = []
        while (took.length < 20) {
          const from = performance.now()
          expect((await client.get("/campaigns")).status).toBe(200)
          took.push(performance.now() - from)
        }
        expect(finished).toBe(0)
        expect(Math.max(...took)).toBeLessThan(5_000)
        const answers = await Promise.all(uploads)
        expect(answers.map(bodyOf)).toEqual(
          answers.map(() => expect.objectContaining({ created: 1, skipped: 0, errors: [] }))
        )
        expect(await emails()).toHaveLength(20)
      },
      WITHIN_MS
    )

    it(
      "is hung up on when it stops for ever, within the time that Node gives a whole request",
      async () => {
        await client.get("/campaigns")
        if (!server) throw new Error("no request has told of the server")
        expect(server.requestTimeout).toBe(300_000)
        const wire = new WireClient(host.baseUrl())
        const { headersTimeout, requestTimeout } = server
        try {
          // Node takes the longer of the two for the whole request.
          Object.assign(server, { headersTimeout: 1_000, requestTimeout: 1_000 })
          wire.head(request({ ...csv, "content-length": "1000000" }))
          wire.write("email\na@example.com\n")
          // Node looks for such connections every 30 s.
          await eventually(() => wire.isClosed, {
            withinMs: 45_000,
            because: "the host hangs up on a body that never ends",
          })
          expect(wire.received).toContain("HTTP/1.1 408 ")
          expect(await emails()).toEqual([])
        } finally {
          Object.assign(server, { headersTimeout, requestTimeout })
          wire.cut()
        }
      },
      WITHIN_MS
    )
  })

  describe("at its limit", () => {
    const KILOBYTE = 1024
    const lead = () => `${leads()}/${campaign}`
    const playground = () => `/campaigns/${campaign}/playground`
    const limits: [string, () => string, number][] = [
      ["post", () => "/campaigns", 5 * MEGABYTE],
      ["patch", () => `/campaigns/${campaign}`, 5 * MEGABYTE],
      ["post", () => "/sender-profiles", 700 * KILOBYTE],
      ["patch", () => `/sender-profiles/${campaign}`, 700 * KILOBYTE],
      ["patch", lead, 250 * KILOBYTE],
      ["post", () => `${lead()}/approve`, 700 * KILOBYTE],
      ["post", () => `${lead()}/unapprove`, 100 * KILOBYTE],
      ["post", () => `${lead()}/reset`, 100 * KILOBYTE],
      ["post", () => `${playground()}/generate`, 500 * KILOBYTE],
      ["post", () => `${playground()}/preview`, 500 * KILOBYTE],
      ["post", () => `${playground()}/cancel`, 100 * KILOBYTE],
      ["post", () => `${playground()}/retry`, 100 * KILOBYTE],
      ["post", () => `${playground()}/approve`, 100 * KILOBYTE],
      ["post", () => `${playground()}/drafts/${campaign}/reject`, 100 * KILOBYTE],
    ]

    it("is read by every route to the last byte, and refused with one byte more", async () => {
      for (const [method, path, limit] of limits) {
        const route = { ...request(json), method: method.toUpperCase(), path: `/api/v1${path()}` }
        const send = (bytes: number) =>
          sendPieces(host, route, [Buffer.from('{"colour":1}'.padEnd(bytes))])
        const [whole, over] = [await send(limit), await send(limit + 1)]
        const found = [whole, over].map((answer) => ({
          route: `${method} ${path()}`,
          status: answer.status,
          body: bodyOf(answer),
        }))
        expect(found).toEqual([
          { route: `${method} ${path()}`, status: 400, body: refusal("Invalid request") },
          {
            route: `${method} ${path()}`,
            status: 413,
            body: { type: expect.any(String), message: expect.stringContaining("too large") },
          },
        ])
      }
    })

    it(
      "is read by the import of JSON to the last byte of 40 MB, and refused with one more",
      async () => {
        const send = (bytes: number) =>
          sendPieces(
            host,
            request(json),
            (function* () {
              const start = '{"colour":1}'
              yield Buffer.from(start)
              for (let rest = bytes - start.length; rest > 0; rest -= MEGABYTE)
                yield Buffer.alloc(Math.min(rest, MEGABYTE), " ")
            })()
          )
        expect(bodyOf(await send(40 * MEGABYTE))).toEqual(refusal("colour"))
        expect(bodyOf(await send(40 * MEGABYTE + 1))).toEqual(refusal("at most 40 MB"))
      },
      WITHIN_MS
    )
  })
})
