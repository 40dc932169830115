import { MAX_RECORD_BYTES } from "../../../src/api/api/v1/campaigns/[campaign_id]/leads/import/csv-records"
import { readCsv } from "../../../src/api/api/v1/campaigns/[campaign_id]/leads/import/read-csv"

/** The file as it arrives, `size` bytes at a time. */
async function* inPieces(file: string | Buffer, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(file)
  for (let place = 0; place < bytes.length; place += size) yield bytes.subarray(place, place + size)
}

async function rowsOf(file: string | Buffer, pieceSize = 64_000) {
  const rows = []
  const { rows: read } = await readCsv(inPieces(file, pieceSize))
  for await (const row of read) rows.push(row)
  return rows
}

const leadsOf = async (file: string | Buffer) =>
  (await rowsOf(file)).map((row) => ("lead" in row ? row.lead : row.reason))

describe("rows of a CSV file", () => {
  const messy = Buffer.concat([
    Buffer.from("\ufeff E-Mail ,First Name,LAST-NAME,Company,Favourite colour,,\r\n"),
    Buffer.from('ada@example.com,Ada,Lovelace,"Analytical, ""Engines"" Ltd",green,,\r\n'),
    Buffer.from("\r\n"),
    Buffer.from(
      'grace@example.com,"Grace\r\nBrewster",Hopper,ACME "The Best" Inc,"dark\nblue",,\n'
    ),
    Buffer.from("jürgen@müller.example , Jürgen ,Müller\n"),
    Buffer.from("no address,Nobody\r\n"),
    Buffer.concat([Buffer.from("latin@example.com,J"), Buffer.from([0xfc]), Buffer.from("rgen\n")]),
    Buffer.from("long@example.com,a,b,c,d,,,more\n"),
    Buffer.from(",,,,\n"),
    Buffer.from("nul@example.com,N\0L\n"),
    Buffer.from("last@example.com,Last"),
  ])

  it("are read off a file with BOM, CRLF, quoted newlines, blank lines and ragged ends", async () => {
    expect(await rowsOf(messy)).toEqual([
      {
        line: 2,
        lead: {
          email: "ada@example.com",
          first_name: "Ada",
          last_name: "Lovelace",
          company: 'Analytical, "Engines" Ltd',
          attributes: { "Favourite colour": "green" },
        },
      },
      {
        line: 4,
        lead: {
          email: "grace@example.com",
          first_name: "Grace\r\nBrewster",
          last_name: "Hopper",
          company: 'ACME "The Best" Inc',
          attributes: { "Favourite colour": "dark\nblue" },
        },
      },
      {
        line: 7,
        lead: {
          email: "jürgen@müller.example",
          first_name: "Jürgen",
          last_name: "Müller",
          attributes: {},
        },
      },
      {
        line: 8,
        email: "no address",
        code: "not_an_address",
        params: { value: "no address" },
        reason: `Field 'email': expected an e-mail address, got: "no address"`,
      },
      {
        line: 9,
        email: "latin@example.com",
        code: "not_utf8",
        params: { column: "First Name" },
        reason: "Column 'first_name': it is not UTF-8",
      },
      {
        line: 10,
        email: "long@example.com",
        code: "cell_without_header",
        params: { column: "8" },
        reason: "Column 8: it has a value, but the header has no name for it",
      },
      {
        line: 12,
        email: "nul@example.com",
        code: "field_refused",
        params: { field: "first_name", problem: "nul_character" },
        reason: `Field 'first_name': must not contain NUL characters, got: "N\\u0000L"`,
      },
      { line: 13, lead: { email: "last@example.com", first_name: "Last", attributes: {} } },
    ])
  })

  it.each([1, 2, 3, 7])("are the same when the file arrives %i bytes at a time", async (size) => {
    expect(await rowsOf(messy, size)).toEqual(await rowsOf(messy))
  })

  it("keep a column called __proto__ as the attribute it is", async () => {
    const [lead] = await leadsOf("email,__proto__\na@example.com,x\n")
    expect(JSON.stringify(lead)).toBe('{"email":"a@example.com","attributes":{"__proto__":"x"}}')
  })

  it.each([
    ["empty", "", "the file is empty"],
    ["nothing but blank lines", "\n\n , \n", "the file is empty"],
  ])("are refused of a file that is %s", async (_, file, message) => {
    await expect(rowsOf(file)).rejects.toMatchObject({
      type: "invalid_data",
      message: expect.stringContaining(message),
    })
  })

  it("before a quote that is never closed are all read, and its line is told", async () => {
    expect(
      await leadsOf('email,note\na@example.com,x\nb@example.com,"y\nc@example.com,z\n')
    ).toEqual([
      expect.objectContaining({ email: "a@example.com" }),
      "a quote is opened here and never closed. Nothing was read from this line on",
    ])
  })

  it("before a record longer than the limit are all read, and reading stops", async () => {
    const file = `email,note\na@example.com,x\nb@example.com,"${"y".repeat(MAX_RECORD_BYTES)}"\n`
    const rows = await rowsOf(file, 1000)
    expect(rows).toEqual([
      expect.objectContaining({ line: 2, lead: expect.anything() }),
      expect.objectContaining({
        line: 3,
        code: "unreadable_from_here",
        params: { problem: "record_too_long" },
        reason: expect.stringContaining(`longer than ${MAX_RECORD_BYTES} bytes`),
      }),
    ])
  })

  it("with the longest attributes there may be are below that limit, quotes doubled and all", async () => {
    // {"a":"…"} around as many quotes, each of them two bytes in JSON and in CSV.
    const quotes = '"'.repeat((32 * 1024 - 8) / 2)
    const fits = `email,a\na@example.com,"${quotes.replaceAll('"', '""')}"\n`
    expect(await leadsOf(fits)).toEqual([expect.objectContaining({ attributes: { a: quotes } })])
    const over = `email,a\na@example.com,"${`${quotes}"`.replaceAll('"', '""')}"\n`
    expect(await leadsOf(over)).toEqual([expect.stringContaining("expected at most 32768 bytes")])
  })
})
