import { parse } from "csv-parse/sync"
import { toHarmlessCell } from "../../src/admin/lib/common/csv"
import { readLines, toRefusedRowsCsv } from "../../src/admin/lib/outreach/refused-rows-csv"
import { isWorkbook } from "../../src/admin/lib/outreach/is-workbook"

const TITLES = { line: "Line", email: "E-mail", reason: "Reason", row: "Row" }

describe("the refused rows that a person downloads", () => {
  it.each(["=1+1", "+49", "-5", "@SUM(A1)", "\t=1", "\r=1", "＝1", "@x", '=HYPERLINK("x")'])(
    "hold no cell that a spreadsheet runs: %j",
    (cell) => {
      expect(parse(toHarmlessCell(cell))).toEqual([[`'${cell}`]])
    }
  )

  it("are a file with their lines, addresses, reasons and what stood there", async () => {
    const file = new Blob(['email,note\n"a","=cmd()"\nb@,x\n'])
    const csv = toRefusedRowsCsv({
      rows: [
        { line: 3, email: "b@", reason: "no address" },
        { line: 2, email: "=a", reason: "+bad" },
        { email: "c", reason: "a customer" },
      ],
      titles: TITLES,
      reasonOf: ({ reason }) => reason,
      lines: await readLines(file),
    })
    expect(csv.startsWith("\ufeff")).toBe(true)
    expect(parse(csv, { bom: true })).toEqual([
      ["Line", "E-mail", "Reason", "Row"],
      ["3", "b@", "no address", "b@,x"],
      ["2", "'=a", "'+bad", '"a","=cmd()"'],
      ["", "c", "a customer", ""],
    ])
  })

  it("show a line as the import decoded it", async () => {
    // Not with a euro sign: Node's own decoder takes Windows-1252 for Latin-1, unlike every browser's.
    const lines = await readLines(new Blob([Buffer.from("Zo\xeb\r\nx", "latin1")]), "windows-1252")
    expect(lines).toEqual(["Zoë", "x"])
  })
})

it("a workbook is told from a list by its first bytes, whatever its name says", async () => {
  const told = [Buffer.from("PK\x03\x04xx"), Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), "email\n", ""]
  expect(await Promise.all(told.map((start) => isWorkbook(new Blob([start]))))).toEqual([
    true,
    true,
    false,
    false,
  ])
})
