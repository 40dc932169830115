import { notesOf, readFile } from "./read-file"

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const leadOf = async (cell: string) => (await readFile(`email\n${quoted(cell)}\n`)).leads[0]

describe("an address in a cell", () => {
  it.each([
    "zoe@example.com",
    " zoe@example.com ",
    "\u00a0zoe@example.com\u00a0",
    "'zoe@example.com",
    "'zoe@example.com'",
    '"zoe@example.com"',
    "zoe@example.com\u200b",
    "\u200e\ufeffzoe@exa\u200bmple.com",
    "\u2068zoe@example.com\u2069",
    "<zoe@example.com>",
    "mailto:zoe@example.com",
    "MAILTO:zoe@example.com?subject=Hello%20there",
    "<mailto:zoe@example.com>",
    "[zoe@example.com](mailto:zoe@example.com)",
    "zoe@example.com,",
    "zoe@example.com;",
    "zoe@example.com, ",
    "; zoe@example.com ;",
    "zoe@example.com.",
    "<zoe@example.com>;",
    "<zoe@example.com>, ",
    "<zoe@example.com",
    "(zoe@example.com)",
    "[zoe@example.com]",
    "\u2003zoe@example.com\u3000",
    "zoe@\u00adexample.com",
    "\u202bzoe@example.com\u202c",
    "zoe＠example.com",
    "ｚｏｅ＠ｅｘａｍｐｌｅ．ｃｏｍ",
    "zoe@example。com",
    "smtp:zoe@example.com",
    "zoe@example.com#mailto:zoe@example.com#",
    "zoe@example.com; ZOE@example.com",
    "zoe@example.com ::: zoe@example.com",
    '="zoe@example.com"',
  ])("is %j without what people paste around it", async (cell) => {
    expect(await leadOf(cell)).toEqual({ email: "zoe@example.com", attributes: {} })
  })

  it.each([
    ["Zoë Berg <zoe@example.com>", "Zoë", "Berg"],
    ['"Berg, Zoë" <zoe@example.com>', "Zoë", "Berg"],
    ["Berg, Zoë <zoe@example.com>", "Zoë", "Berg"],
    ["'Zoë Berg' <zoe@example.com>", "Zoë", "Berg"],
    ["zoe@example.com (Zoë Berg)", "Zoë", "Berg"],
    ["Zoë <mailto:zoe@example.com>", "Zoë", undefined],
    ["Dr. Zoë van der Berg <zoe@example.com>;", "Dr. Zoë van der", "Berg"],
    ["Zoë\u00a0Berg\u00a0<zoe@example.com>, ", "Zoë", "Berg"],
    ['"Berg, Zoë (Acme)" <zoe@example.com>', "Zoë (Acme)", "Berg"],
    ["Zoë#mailto:zoe@example.com#", "Zoë", undefined],
    ["zoe@example.com <zoe@example.com>", undefined, undefined],
  ])("brings the name along where there is none: %s", async (cell, first_name, last_name) => {
    const lead = await leadOf(cell)
    expect(lead?.email).toBe("zoe@example.com")
    expect([lead?.first_name, lead?.last_name]).toEqual([first_name, last_name])
  })

  it("leaves the name alone where the file has one", async () => {
    const { leads } = await readFile("email,first_name\nZoë Berg <zoe@example.com>,Zoé\n")
    expect(leads).toEqual([{ email: "zoe@example.com", first_name: "Zoé", attributes: {} }])
  })

  it.each([
    ["", "address_missing"],
    ["N/A", "address_missing"],
    ["zoe@", "not_an_address"],
    ["zoe", "not_an_address"],
    ["a@example.com; b@example.com", "several_addresses"],
    ["a@example.com ::: b@example.com", "several_addresses"],
    ["A <a@example.com>, B <b@example.com>", "several_addresses"],
    ["a@example.com b@example.com", "several_addresses"],
    ["a@example.com\nb@example.com", "several_addresses"],
    ["a@example.com / b@example.com", "several_addresses"],
    ['"Berg, Zoë" <a@example.com>; b@example.com', "several_addresses"],
    ["zoe at example.com", "not_an_address"],
    ["zoe(at)example.com", "not_an_address"],
    ["zoe @example.com", "not_an_address"],
  ])("is refused as %j with a code that says why: %s", async (cell, code) => {
    const { refusals } = await readFile(`email,note\n${quoted(cell)},x\n`)
    expect(refusals).toMatchObject([{ line: 2, code, reason: expect.stringContaining("email") }])
  })
})

describe("any other cell", () => {
  const note = async (cell: string) =>
    (await readFile(`email,note\na@example.com,${quoted(cell)}\n`)).leads[0]?.attributes?.note

  it.each([
    ["\u200bPro\u200b", "Pro"],
    ["\ufeff Pro", "Pro"],
    ["Donau\u00addampf", "Donaudampf"],
    ["'+49 30 1234", "+49 30 1234"],
    ["'=SUM(A1)", "=SUM(A1)"],
    ["'0123", "0123"],
    ['="00493012"', "00493012"],
    ["\u200fPro\u200e", "Pro"],
    ["\u2007Pro\u202f", "Pro"],
  ])("loses what nobody sees, and a spreadsheet's mark for text: %j", async (cell, text) => {
    expect(await note(cell)).toBe(text)
  })

  it.each(["'t Hooft", "O'Hara", "'s-Hertogenbosch", "👨‍👩‍👧", "می‌خواهم", "a\u00a0b", "=1+1", "-5"])(
    "keeps what is meant: %j",
    async (cell) => {
      expect(await note(cell)).toBe(cell)
    }
  )

  it.each([
    ["N/A", "null", "-", "#N/A", "NULL", "n/a", "none", "None", "nan", "NaN", "NA", "(blank)"],
    ["—", "--", "#REF!", "#VALUE!", "k. A.", "keine Angabe", "s/d", "non renseigné", "?", "\\N"],
  ])("that says there is nothing is blank: %s, %s, %s, …", async (...cells) => {
    for (const cell of cells) expect([cell, await note(cell)]).toEqual([cell, undefined])
  })

  it.each(["Na", "Nil", "Nan", "no", "0", "Nonet", "Nilsson", "-1", "?!"])(
    "that only looks like it stays: %s",
    async (cell) => {
      expect(await note(cell)).toBe(cell)
    }
  )

  it("that says there is nothing is counted in the report", async () => {
    const file = "email,first_name,company\na@example.com,N/A,null\nb@example.com,-,#N/A\n"
    const { leads } = await readFile(file)
    expect(leads).toEqual([
      { email: "a@example.com", attributes: {} },
      { email: "b@example.com", attributes: {} },
    ])
    expect(await notesOf(file)).toEqual({ cells_said_nothing: { cells: 4 } })
  })
})

type Consent = [header: string, cell: string, consent: string | undefined]

describe("a column that tells of consent", () => {
  const consentOf = async (header: string, cell: string) =>
    (await readFile(`email,${header}\na@example.com,${quoted(cell)}\n`)).leads[0]?.email_consent

  it.each<Consent>([
    ["Email Status", "unsubscribed", "withdrawn"],
    ["Email Status", "Hard Bounced", "withdrawn"],
    ["Email Status", "Subscribed", "granted"],
    ["Email Status", "Verified", "unknown"],
    ["email_consent", "withdrawn", "withdrawn"],
    ["email_consent", "granted", "granted"],
    ["Subscription Status", "Opted-out", "withdrawn"],
    ["Unsubscribed", "yes", "withdrawn"],
    ["Unsubscribed", "TRUE", "withdrawn"],
    ["Unsubscribed", "0", "unknown"],
    ["Unsubscribed", "no", "unknown"],
    ["UNSUB_TIME", "2026-03-01 10:00", "withdrawn"],
    ["Bounced", "1", "withdrawn"],
    ["Bounced", "false", "unknown"],
    ["Email hard bounce reason", "UNKNOWN_USER", "withdrawn"],
    ["Opt-Out", "x", "withdrawn"],
    ["Accepts Marketing", "yes", "granted"],
    ["Accepts Marketing", "no", "withdrawn"],
    ["Abgemeldet", "ja", "withdrawn"],
    ["Abgemeldet", "nein", "unknown"],
    ["Einwilligung", "erteilt", "granted"],
    ["Désabonné", "oui", "withdrawn"],
    ["Baja", "sí", "withdrawn"],
    ["Newsletter", "vielleicht", "unknown"],
    ...["TRUE", "yes", "1", "x", "oui", "ja", "sí", "✓", "☑", "1.0", "WAHR", "2026-03-01"].map(
      (cell): Consent => ["Opted out", cell, "withdrawn"]
    ),
    ...["FALSE", "no", "0", "0.0", "nein", "non", "☐", "0000-00-00 00:00:00", "never"].map(
      (cell): Consent => ["Opted out", cell, "unknown"]
    ),
    ...["no", "nein", "non", "0", "FALSE", "✗", "☐", "not subscribed"].map((cell): Consent => [
      "Subscribed",
      cell,
      "withdrawn",
    ]),
    ...["yes", "Ja", "oui", "sí", "x", "✅", "1.0"].map((cell): Consent => [
      "Subscribed",
      cell,
      "granted",
    ]),
    ["Opted out", "✗", "withdrawn"],
    ["Unsubscribed", "not unsubscribed", "unknown"],
    ["Marketing status", "Unsubscribed", "withdrawn"],
    ["Marketing status", "Non-marketing contact", "unknown"],
    ["Bounced", "Hard", "withdrawn"],
    ["Bounced", "not bounced", "unknown"],
    ["Do not contact", "x", "withdrawn"],
    ["Do not contact", "", undefined],
    ["Email Marketing Consent", "NEVER_SUBSCRIBED", "withdrawn"],
    ["Email Marketing Consent", "UNSUBSCRIBED", "withdrawn"],
    ["Email Marketing Consent", "SUBSCRIBED", "granted"],
    ["Status", "Unsubscribed", "withdrawn"],
    ["Keine E-Mails", "ja", "withdrawn"],
    ["Ne pas contacter", "oui", "withdrawn"],
    ["No enviar correos", "sí", "withdrawn"],
  ])("sets it: %s, %s is %s", async (header, cell, consent) => {
    expect(await consentOf(header, cell)).toBe(consent)
  })

  it("is a Status too, whose first no comes after the rows that were looked at first", async () => {
    const rows = Array.from({ length: 80 }, (_, place) => `l${place}@example.com,Customer`)
    const { leads } = await readFile(
      ["email,Status", ...rows, "last@example.com,Unsubscribed"].join("\n")
    )
    expect(leads[0]).toEqual({ email: "l0@example.com", attributes: { Status: "Customer" } })
    expect(leads.at(-1)).toMatchObject({
      email_consent: "withdrawn",
      attributes: { Status: "Unsubscribed" },
    })
  })

  it("says nothing where it is blank, and of several the one that forbids counts", async () => {
    expect(await consentOf("Unsubscribed", "")).toBeUndefined()
    const file = "email,Subscribed,Bounced\na@example.com,yes,yes\nb@example.com,yes,no\n"
    expect((await readFile(file)).leads).toMatchObject([
      { email_consent: "withdrawn" },
      { email_consent: "granted" },
    ])
  })
})
