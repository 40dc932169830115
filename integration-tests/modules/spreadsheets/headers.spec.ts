import { MORE_EXPORTS } from "./exports"
import { columnsOf, notesOf, readFile } from "./read-file"

/** A header, and the column of each field that it should give; what is not named is an attribute. */
const EXPORTS: [string, string, Record<string, string>][] = [
  [
    "Apollo",
    "First Name,Last Name,Title,Company Name,Company Name for Emails,Email,Email Status,Secondary Email,# Employees",
    {
      email: "Email",
      first_name: "First Name",
      last_name: "Last Name",
      title: "Title",
      company: "Company Name",
      email_consent: "Email Status",
    },
  ],
  [
    "HubSpot",
    "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Associated Company,Job Title,Unsubscribed from all email",
    {
      email: "Email",
      first_name: "First Name",
      last_name: "Last Name",
      title: "Job Title",
      company: "Associated Company",
      email_consent: "Unsubscribed from all email",
    },
  ],
  [
    "LinkedIn",
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
    {
      email: "Email Address",
      first_name: "First Name",
      last_name: "Last Name",
      title: "Position",
      company: "Company",
    },
  ],
  [
    "a Salesforce report",
    "Salutation,First Name,Last Name,Title,Company / Account,Email,Email Opt Out,Lead Source",
    {
      email: "Email",
      first_name: "First Name",
      last_name: "Last Name",
      title: "Title",
      company: "Company / Account",
      email_consent: "Email Opt Out",
    },
  ],
  [
    "the Salesforce API",
    "Id,FirstName,LastName,Email,Account.Name,HasOptedOutOfEmail",
    {
      email: "Email",
      first_name: "FirstName",
      last_name: "LastName",
      company: "Account.Name",
      email_consent: "HasOptedOutOfEmail",
    },
  ],
  [
    "Pipedrive",
    "Person - Name,Person - First name,Person - Last name,Person - Email - Work,Person - Organization,Person - Job title,Person - Phone - Work",
    {
      email: "Person - Email - Work",
      first_name: "Person - First name",
      last_name: "Person - Last name",
      title: "Person - Job title",
      company: "Person - Organization",
    },
  ],
  [
    "Mailchimp",
    "Email Address,First Name,Last Name,Company,MEMBER_RATING,OPTIN_TIME,UNSUB_TIME,TAGS",
    {
      email: "Email Address",
      first_name: "First Name",
      last_name: "Last Name",
      company: "Company",
      email_consent: "UNSUB_TIME",
    },
  ],
  [
    "Google Contacts",
    "First Name,Middle Name,Last Name,Organization Name,Organization Title,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Value",
    {
      email: "E-mail 1 - Value",
      first_name: "First Name",
      last_name: "Last Name",
      title: "Organization Title",
      company: "Organization Name",
    },
  ],
  [
    "the older Google Contacts",
    "Name,Given Name,Family Name,Organization 1 - Name,Organization 1 - Title,E-mail 1 - Type,E-mail 1 - Value",
    {
      email: "E-mail 1 - Value",
      first_name: "Given Name",
      last_name: "Family Name",
      title: "Organization 1 - Title",
      company: "Organization 1 - Name",
    },
  ],
  [
    "Outlook",
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address",
    {
      email: "E-mail Address",
      first_name: "First Name",
      last_name: "Last Name",
      title: "Job Title",
      company: "Company",
    },
  ],
  [
    "German Outlook",
    "Anrede,Vorname,Weitere Vornamen,Nachname,Firma,Abteilung,Position,E-Mail-Adresse,E-Mail 2: Adresse",
    {
      email: "E-Mail-Adresse",
      first_name: "Vorname",
      last_name: "Nachname",
      title: "Position",
      company: "Firma",
    },
  ],
  [
    "Shopify",
    "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Total Spent",
    {
      email: "Email",
      first_name: "First Name",
      last_name: "Last Name",
      company: "Default Address Company",
      customer_id: "Customer ID",
      email_consent: "Accepts Email Marketing",
    },
  ],
  [
    "a sequencer's JSON keys",
    "email,firstName,lastName,companyName,jobTitle,icebreaker",
    {
      email: "email",
      first_name: "firstName",
      last_name: "lastName",
      company: "companyName",
      title: "jobTitle",
    },
  ],
  [
    "a French list",
    "Prénom,Nom,Adresse e-mail,Société,Intitulé du poste,Désabonné",
    {
      email: "Adresse e-mail",
      first_name: "Prénom",
      last_name: "Nom",
      title: "Intitulé du poste",
      company: "Société",
      email_consent: "Désabonné",
    },
  ],
  [
    "a Spanish list",
    "Nombre,Apellidos,Correo electrónico,Empresa,Cargo,Baja",
    {
      email: "Correo electrónico",
      first_name: "Nombre",
      last_name: "Apellidos",
      title: "Cargo",
      company: "Empresa",
      email_consent: "Baja",
    },
  ],
  [
    "a German list with a last name called Name",
    "Vorname,Name,E-Mail (geschäftlich),Unternehmen,Funktion,Abgemeldet",
    {
      email: "E-Mail (geschäftlich)",
      first_name: "Vorname",
      last_name: "Name",
      title: "Funktion",
      company: "Unternehmen",
      email_consent: "Abgemeldet",
    },
  ],
]

describe("columns are recognised as", () => {
  it.each([...EXPORTS, ...MORE_EXPORTS])(
    "%s exports them, without a question",
    async (_, header, fields) => {
      const delimiter = header.includes(";") ? ";" : ","
      const row = header
        .split(delimiter)
        .map((title) => (/^"?(Tit[lr]e|Email|E-mail|Mail)/i.test(title) ? "" : "x"))
      const { questions } = await readFile(`${header}\n${row.join(delimiter)}\n`)
      expect(questions).toEqual([])
      const found = new Map<string, string[]>()
      for (const [column, target] of Object.entries(await columnsOf(`${header}\n`))) {
        if (target === null || target.startsWith("attributes.")) continue
        found.set(target, [...(found.get(target) ?? []), column])
      }
      const joined = [...found].map(([field, columns]) => [field, columns.join("+")])
      expect(Object.fromEntries(joined)).toEqual(fields)
    }
  )

  it.each([
    [
      "email",
      ["E-MAIL", "e_mail", "E Mail", "e-mail*", "Email (required)", " eMail ", "\u200bEmail"],
    ],
    [
      "email",
      [
        "E\u2011Mail",
        "E-Mail\u00a0Adresse",
        "E-Mail\nAdresse",
        "\u200fEmail",
        "E\u00adMail",
        "[Email]",
      ],
    ],
    ["email", ["Courriel", "E-mail 1 - Value", "E-mail Address", "Correo electrónico", "E-MAIL:"]],
    ["full_name", ["Vollständiger Name", "VOLLSTAENDIGER NAME", "Nom complet", "Nombre completo"]],
    ["company", ["Account Name", "Raison sociale", "Empresa", "Firma/Unternehmen", "Razón Social"]],
    ["title", ["Puesto", "Fonction", "Intitulé du poste", "Position/Funktion", "CARGO"]],
    ["first_name", ["FIRST NAME", "first-name", "First.Name", "firstname", "FNAME", "VORNAME"]],
    ["last_name", ["lastName", "Last_Name", "SURNAME", "familienname", "Apellido"]],
    ["company", ["COMPANY_NAME", "Organisation", "Organization", "firmenname", "ENTREPRISE"]],
    ["title", ["JOB-TITLE", "jobTitle", "Position", "stellenbezeichnung", "PUESTO"]],
  ])("people write them: %s as %j", async (field, titles) => {
    for (const title of titles) {
      const rest = field === "email" ? "note" : "email"
      const { columns } = await readFile(`"${title}",${rest}\n`)
      expect([title, columns[0]?.field]).toEqual([title, field])
    }
  })

  it.each([
    ["Title", ["Mr", "Dr.", ""], "attributes.Title"],
    ["Titel", ["Prof. Dr.", "Herr"], "attributes.Titel"],
    ["Titre", ["Mme", "M."], "attributes.Titre"],
    ["Titel", ["Leiterin", "Dr."], "title"],
    ["Título", ["Directora"], "title"],
    ["Status", ["Customer", "Open"], "attributes.Status"],
    ["Status", ["Active", "Unsubscribed"], "email_consent"],
    ["Statut", ["abonné", ""], "email_consent"],
    ["Estado", ["Jalisco", "Puebla"], "attributes.Estado"],
  ])("what stands in them where the name says too little: %s of %j is %s", async (...of) => {
    const [title, cells, target] = of
    const rows = cells.map((cell, place) => `l${place}@example.com,${cell}`)
    const columns = await columnsOf(["Email," + title, ...rows].join("\n"))
    expect(columns[title]).toBe(target)
  })

  it.each(["Company Contact", "Company Phone", "SMS Opt-Out Keyword", "Lead Source", "Username"])(
    "what they are not: %s is the lead's own",
    async (title) => {
      expect(await columnsOf(`email,${title}\n`)).toMatchObject({ [title]: `attributes.${title}` })
    }
  )

  it("they are: an attribute keeps its name, whatever its case", async () => {
    const { leads } = await readFile("Email,Plan,seats_2\nada@example.com,Pro,12\n")
    expect(leads).toEqual([
      { email: "ada@example.com", attributes: { Plan: "Pro", seats_2: "12" } },
    ])
  })

  it("a whole name, whose last name may stand first in capitals", async () => {
    const file =
      "Name,Email\nDUPONT Jean,a@example.com\nVAN DER BERG Zoë,b@example.com\nJP Smith,c@example.com\n"
    expect((await readFile(file)).leads).toMatchObject([
      { first_name: "Jean", last_name: "DUPONT" },
      { first_name: "Zoë", last_name: "VAN DER BERG" },
      { first_name: "JP", last_name: "Smith" },
    ])
  })

  it("a whole name, which is split where first and last name have no columns", async () => {
    const file =
      'Name,Email\nAda King Byron,a@example.com\n"Berg, Zoë",z@example.com\nPlato,p@example.com\n'
    expect((await readFile(file)).leads).toMatchObject([
      { first_name: "Ada King", last_name: "Byron" },
      { first_name: "Zoë", last_name: "Berg" },
      { first_name: "Plato" },
    ])
  })
})

describe("what is not sure is asked", () => {
  it.each([
    ["email", "Work Email,Personal Email", "ada@acme.example,ada@home.example"],
    ["email", "email,E-Mail", "a@example.com,b@example.com"],
    ["email", "Adresse mail,Courriel", "a@example.com,b@example.com"],
    ["company", "Email,Company,Organization", "a@example.com,Acme,Acme Holding"],
    ["title", "Email,Position,Job Title", "a@example.com,CEO,Founder"],
    ["title", "Email,Title,Job Title", "a@example.com,Captain,Founder"],
    ["first_name", "Email,First Name,Vorname", "a@example.com,Ada,Augusta"],
  ])("which column is '%s' of %j", async (field, header, row) => {
    const { questions, columns } = await readFile(`${header}\n${row}\n`)
    expect(questions).toMatchObject([{ code: "several_columns", field }])
    expect(columns.filter((column) => column.field === field)).toEqual([])
  })

  it("and answered by a map, which leaves the others their own names", async () => {
    const file = "Work Email,Personal Email,Notes\nada@acme.example,ada@home.example,old\n"
    const { leads, questions } = await readFile(file, { "Work Email": "email", Notes: null })
    expect(questions).toEqual([])
    expect(leads).toEqual([
      { email: "ada@acme.example", attributes: { "Personal Email": "ada@home.example" } },
    ])
  })

  it("and a map may name any column, or give an attribute another name", async () => {
    const file = "Kontakt;Wer;Plan\nada@example.com;Ada;Pro\n"
    const map = { Kontakt: "email", Wer: "first_name", Plan: "attributes.tier" }
    expect((await readFile(file, map)).leads).toEqual([
      { email: "ada@example.com", first_name: "Ada", attributes: { tier: "Pro" } },
    ])
  })

  it("where no column is called an address, and the likeliest comes first", async () => {
    const { questions } = await readFile("Wer,Kontakt\nAda,ada@example.com\n")
    expect(questions).toMatchObject([
      { code: "no_email_column", field: "email", headers: ["Kontakt", "Wer"] },
    ])
  })

  it("where there is no header at all, and the columns are numbered", async () => {
    const file = "ada@example.com,Ada\nbob@example.com,Bob\n"
    const { questions, notes } = await readFile(file)
    expect(questions).toMatchObject([
      { code: "no_email_column", headers: ["Column 1", "Column 2"] },
    ])
    expect(notes).toMatchObject([{ code: "no_header" }])
    const map = { "Column 1": "email", "Column 2": "first_name" }
    expect((await readFile(file, map)).leads).toMatchObject([
      { email: "ada@example.com", first_name: "Ada" },
      { email: "bob@example.com", first_name: "Bob" },
    ])
  })

  it("but not of a list that is nothing but addresses, with or without a header", async () => {
    const two = [{ email: "ada@example.com" }, { email: "bob@example.com" }]
    for (const file of [
      "ada@example.com\nbob@example.com\n",
      "\ufeffada@example.com\r\n\r\nbob@example.com",
      "E-Mail-Adresse\nada@example.com\nbob@example.com\n",
    ]) {
      const { leads, questions } = await readFile(file)
      expect(questions).toEqual([])
      expect(leads).toMatchObject(two)
    }
  })

  it("but not of a column that is empty where its neighbour is filled", async () => {
    const header = "Name,Email - Work,Email - Home,Email - Other"
    expect(await columnsOf(`${header}\nAda Byron,ada@acme.example,,\n`)).toMatchObject({
      "Email - Work": "email",
      "Email - Home": "attributes.Email - Home",
    })
  })

  it("and a map that names a column the file has not is refused", async () => {
    await expect(readFile("email\n", { Mail: "email" })).rejects.toMatchObject({
      type: "invalid_data",
      message: expect.stringContaining("'Mail'"),
    })
  })
})

describe("columns that cannot be named", () => {
  it("are numbered where a name stands twice", async () => {
    const file = "email,phone,phone,phone 2\na@example.com,1,2,3\n"
    expect((await readFile(file)).leads).toMatchObject([
      { attributes: { phone: "1", "phone 3": "2", "phone 2": "3" } },
    ])
    expect(await notesOf(file)).toEqual({ columns_numbered: { headers: "'phone 3'" } })
  })

  it("are left out where the header is blank, and that is said", async () => {
    const file = ",email,first_name,\n0,ada@example.com,Ada,\n1,bob@example.com,Bob,\n"
    const { leads, columns } = await readFile(file)
    expect(leads).toHaveLength(2)
    expect(columns.map(({ header }) => header)).toEqual(["email", "first_name"])
    expect(await notesOf(file)).toEqual({ columns_without_name: { columns: 1 } })
  })

  it("are 26,000 of one name in a moment", async () => {
    const started = performance.now()
    await readFile(`email${",x".repeat(26_000)}\n`)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
