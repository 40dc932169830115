import { notesOf, readFile } from "./read-file"

const ADA = { email: "ada@example.com", first_name: "Ada" }
const utf16 = (text: string, order: "le" | "be") => {
  const bytes = Buffer.from(text, "utf16le")
  return order === "le" ? bytes : bytes.swap16()
}

describe("a file is read", () => {
  it.each([
    [",", "Tea; Coffee | Co."],
    [";", "Tea, Coffee & Co."],
    ["\t", "Tea, Coffee; Co."],
    ["|", "Tea, Coffee; Co."],
  ])("with the delimiter %j, whatever stands in its cells", async (delimiter, company) => {
    const rows = [
      ["email", "first_name", "company"],
      ["ada@example.com", "Ada", company],
    ]
    const read = await readFile(rows.map((row) => row.join(delimiter)).join("\r\n"))
    expect(read.leads).toMatchObject([{ ...ADA, company }])
    expect(read.delimiter).toBe(delimiter)
  })

  it.each([";", "|", "\t", ",", "^"])(
    "with the delimiter that a line 'sep=' names: %j",
    async (said) => {
      const file = `SEP=${said}\r\nE-Mail${said}Vorname\r\nada@example.com${said}Ada\r\nnobody${said}\r\n`
      const { leads, refusals, delimiter } = await readFile(file)
      expect(leads).toMatchObject([ADA])
      expect(refusals).toMatchObject([{ line: 4 }])
      expect(delimiter).toBe(said)
    }
  )

  it("with rows before its header, which are counted as lines", async () => {
    const file = [
      "Notes:",
      '"When exporting, you may notice that some email addresses are missing, for privacy."',
      "",
      "First Name,Last Name,Email Address",
      "Ada,Byron,ada@example.com",
      "Bob,Builder,",
    ].join("\n")
    const { leads, refusals } = await readFile(file)
    expect(leads).toMatchObject([ADA])
    expect(refusals).toMatchObject([{ line: 6, code: "address_missing" }])
    expect(await notesOf(file)).toEqual({ rows_before_header: { rows: 2 } })
  })

  it.each([
    [
      "a title over a table with semicolons",
      "Teilnehmer 2026;;\n\nE-Mail;Vorname;\nada@example.com;Ada;\n",
    ],
    [
      "a report's head",
      "Report: Contacts\nAs of, 2026-11-27\nFiltered by, all\n\nemail,first_name\nada@example.com,Ada\n",
    ],
    ["sep= and a title", "sep=;\nKontakte\nE-Mail;Vorname\nada@example.com;Ada\n"],
  ])("behind %s", async (_, file) => {
    expect((await readFile(file)).leads).toMatchObject([ADA])
  })

  it("with a note over several lines before its header", async () => {
    const note = '"Exported by Ada, on 2026-11-27.\nSome, not all; addresses\nare missing."'
    const file = `${note}\n"Total","25"\n\nFirst Name,Email\nAda,ada@example.com\nBob,bob\n`
    const { leads, refusals } = await readFile(file)
    expect(leads).toMatchObject([ADA])
    expect(refusals).toMatchObject([{ line: 8, code: "not_an_address" }])
    expect(await notesOf(file)).toEqual({ rows_before_header: { rows: 2 } })
  })

  it.each([
    [
      "sep= with a tab in UTF-16 LE",
      utf16("\ufeffsep=\t\r\nE-Mail\tVorname\r\nada@example.com\tAda", "le"),
    ],
    [
      "sep= with a tab in UTF-16 BE",
      utf16("\ufeffsep=\t\r\nE-Mail\tVorname\r\nada@example.com\tAda", "be"),
    ],
    ["sep= in quotes, filled up", '"sep=;";;\r\nE-Mail;Vorname;\r\nada@example.com;Ada;\r\n'],
    ["sep= that is not true any more", "sep=;\nemail,first_name\nada@example.com,Ada\n"],
    ["a mark before quoted headers", '\ufeff"email","first_name"\n"ada@example.com","Ada"\n'],
    [
      "two marks before quoted headers",
      '\ufeff\ufeff"email","first_name"\n"ada@example.com","Ada"\n',
    ],
    ["a mark inside the quotes", '"\ufeffemail","\u200efirst_name"\n"ada@example.com","Ada"\n'],
    [
      "columns and rows that are empty at the end",
      "email;first_name;;;\nada@example.com;Ada;;;\n;;;;\n ; ;;;\n",
    ],
    [
      "rows of spaces that nobody sees",
      "email,first_name\nada@example.com,Ada\n\u00a0,\u200b\n\u3000,\n",
    ],
    ["line ends of an old Mac", "email,first_name\rada@example.com,Ada\r"],
  ])("with %s", async (_, file) => {
    const { leads, refusals, questions } = await readFile(file)
    expect(questions).toEqual([])
    expect(refusals).toEqual([])
    expect(leads).toMatchObject([ADA])
  })

  it("with its header once more in the middle, as files are put one behind the other", async () => {
    const file =
      "E-Mail,Vorname\nada@example.com,Ada\n\ufeffE-Mail,Vorname\nbob@example.com,Bob\nEMAIL,Name\n"
    const { leads, refusals } = await readFile(file)
    expect(leads).toMatchObject([ADA, { email: "bob@example.com", first_name: "Bob" }])
    expect(refusals).toEqual([])
    expect(await notesOf(file)).toEqual({ header_repeated: { rows: 2 } })
  })

  it.each([
    ["E-Mail;Name;;Adresse;\n;Vorname;Nachname;PLZ;Ort\nada@example.com;Ada;Byron;01067;Dresden\n"],
    [";Name;;Adresse;\nE-Mail;Vorname;Nachname;PLZ;Ort\nada@example.com;Ada;Byron;01067;Dresden\n"],
  ])("with a header of two lines: %j", async (file) => {
    const { leads, refusals } = await readFile(file)
    expect(refusals).toEqual([])
    expect(leads).toEqual([
      { ...ADA, last_name: "Byron", attributes: { PLZ: "01067", Ort: "Dresden" } },
    ])
  })

  it("with a first lead that has no address, which is no second line of the header", async () => {
    const { refusals } = await readFile(",email,first_name\n0,,Ada\n1,bob@example.com,Bob\n")
    expect(refusals).toMatchObject([{ line: 2, code: "address_missing" }])
  })

  it("with a lead who is reached by Email, which is no header", async () => {
    const { leads, notes } = await readFile(
      "Wer;Kontakt;Kanal\nAda;ada@example.com;Email\nBob;bob@example.com;Telefon\n",
      { Kontakt: "email" }
    )
    expect(leads).toHaveLength(2)
    expect(notes).toEqual([])
  })

  it("with names and commas in a single column", async () => {
    const file = "E-Mail\nBerg, Zoë <zoe@example.com>\nBerg, Zoë <zoe@example.com>;\n"
    const { leads } = await readFile(file)
    expect(leads).toMatchObject(
      Array(2).fill({ email: "zoe@example.com", first_name: "Zoë", last_name: "Berg" })
    )
  })

  it("with its numbers and days as they are written", async () => {
    const file = "email;Umsatz;Seit;PLZ;Menge\na@example.com;1.234,56 €;01.02.2026;01067;1e5\n"
    expect((await readFile(file)).leads).toMatchObject([
      { attributes: { Umsatz: "1.234,56 €", Seit: "01.02.2026", PLZ: "01067", Menge: "1e5" } },
    ])
  })

  it.each([
    ["UTF-8", Buffer.from("email,first_name\nzoe@example.com,Zoë\n"), "utf-8"],
    ["UTF-8 with a mark", Buffer.from("\ufeffemail,first_name\nzoe@example.com,Zoë\n"), "utf-8"],
    ["UTF-16 LE", utf16("\ufeffE-Mail\tVorname\r\nzoe@example.com\tZoë\r\n", "le"), "utf-16le"],
    ["UTF-16 BE", utf16("\ufeffE-Mail\tVorname\r\nzoe@example.com\tZoë\r\n", "be"), "utf-16be"],
    [
      "UTF-16 LE without a mark",
      utf16("email,first_name\nzoe@example.com,Zoë\n", "le"),
      "utf-16le",
    ],
    [
      "UTF-16 BE without a mark",
      utf16("email;first_name\nzoe@example.com;Zoë\n", "be"),
      "utf-16be",
    ],
    [
      "Windows-1252",
      Buffer.from("email,first_name\nzoe@example.com,Zoë\n", "latin1"),
      "windows-1252",
    ],
  ])("in %s", async (_, file, encoding) => {
    const read = await readFile(file)
    expect(read.leads).toMatchObject([{ email: "zoe@example.com", first_name: "Zoë" }])
    expect(read.encoding).toBe(encoding)
  })

  it("in Windows-1252 with the letters that Latin-1 lacks, in header and cells, and says so", async () => {
    const file = Buffer.concat([
      Buffer.from("email,last_name,Stra\xdfe\nzoe@example.com,M\xfcller ", "latin1"),
      Buffer.from([0x96]),
      Buffer.from(" S\xf6hne,", "latin1"),
      Buffer.from([0x80, 0x20, 0x8a, 0x93, 0x9f]),
    ])
    expect((await readFile(file)).leads).toEqual([
      { email: "zoe@example.com", last_name: "Müller – Söhne", attributes: { Straße: "€ Š“Ÿ" } },
    ])
    expect(await notesOf(file)).toEqual({ read_as_windows_1252: { cells: 2 } })
  })

  it("cell by cell where two encodings were pasted together", async () => {
    const file = Buffer.concat([
      Buffer.from("email,first_name\nzoe@example.com,Zoë\njo@example.com,J"),
      Buffer.from([0xf6, 0x0a]),
    ])
    expect((await readFile(file)).leads).toMatchObject([
      { first_name: "Zoë" },
      { first_name: "Jö" },
    ])
  })

  it("in UTF-16 whose pieces end in the middle of a letter, beyond the first look", async () => {
    const rows = Array.from({ length: 2_000 }, (_, place) => `l${place}@example.com,😀${place}`)
    const { leads } = await readFile(utf16(`\ufeffemail,first_name\n${rows.join("\n")}`, "be"))
    expect(leads).toHaveLength(2_000)
    expect(leads.at(-1)).toMatchObject({ email: "l1999@example.com", first_name: "😀1999" })
  })
})

describe("a file that is no CSV is refused by its first bytes", () => {
  it.each([
    ["an Excel workbook", Buffer.from("PK\x03\x04\x14\x00")],
    ["an old Excel workbook", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ["a PDF", Buffer.from("%PDF-1.7")],
    ["gzip", Buffer.from([0x1f, 0x8b, 8])],
    ["HTML", Buffer.from("<!DOCTYPE html>")],
    ["an image", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ["an image", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ["RTF", Buffer.from("{\\rtf1\\ansi email;first_name}")],
    ["JSON", Buffer.from('[\n  {"email": "ada@example.com"}]')],
    ["JSON", Buffer.from('\ufeff{"leads": []}')],
    ["no text", Buffer.concat([Buffer.from("RIFF"), Buffer.alloc(40, "\0\x01\x02\x03", "latin1")])],
  ])("as %s, with the way out", async (name, file) => {
    await expect(readFile(file)).rejects.toMatchObject({
      type: "invalid_data",
      code: "file_is_no_csv",
      message: expect.stringMatching(new RegExp(`${name}.*Save it as CSV`)),
    })
  })

  it.each(["", "\ufeff", "\r\n\r\n", " ; ;\n"])("and as empty where it is: %j", async (file) => {
    await expect(readFile(file)).rejects.toMatchObject({
      code: "file_empty",
      message: expect.stringContaining("the file is empty"),
    })
  })

  it("but not for a header in brackets, or a NUL in a cell", async () => {
    expect((await readFile("[email],[first_name]\nada@example.com,Ada\n")).leads).toMatchObject([
      ADA,
    ])
    expect((await readFile("email,x\na@example.com,\0\n")).refusals).toMatchObject([{ line: 2 }])
  })
})
