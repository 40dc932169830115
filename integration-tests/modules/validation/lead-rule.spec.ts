import { readCsv } from "../../../src/api/api/v1/campaigns/[campaign_id]/leads/import/read-csv"
import { toLeadRow } from "../../../src/api/api/v1/campaigns/[campaign_id]/leads/import/lead-row"
import { UpdateCampaignLead } from "../../../src/api/api/v1/campaigns/[campaign_id]/leads/validators"
import { toCustomerLead } from "../../../src/workflows/leads/to-customer-lead"

interface Person {
  email: string
  first_name?: string
  last_name?: string
  company?: string
}

/** Every way by which a lead comes in: what it makes of this person, null when it refuses them. */
const WAYS: Record<string, (person: Person) => Promise<Person | null>> = {
  JSON: async (person) => {
    const row = toLeadRow(1, person)
    return "lead" in row ? (row.lead as Person) : null
  },
  PATCH: async (person) => (UpdateCampaignLead.safeParse(person).data as Person) ?? null,
  CSV: async (person) => {
    const file = `${Object.keys(person).join()}\n${Object.values(person).join()}\n`
    const { rows } = await readCsv(oneChunk(file))
    for await (const row of rows) {
      if ("lead" in row) return row.lead as Person
    }
    return null
  },
  "a customer group": async ({ email, first_name, last_name, company }) => {
    const customer = {
      id: "cus_1",
      email,
      first_name: first_name ?? null,
      last_name: last_name ?? null,
      company_name: company ?? null,
    }
    const row = toCustomerLead(customer, 1)
    return "lead" in row ? (row.lead as Person) : null
  },
}

async function* oneChunk(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}

describe.each(Object.entries(WAYS))("a lead from %s", (_, take) => {
  it.each([
    ["a bare host name", "ada@localhost"],
    ["two dots in a row", "ada..lovelace@example.com"],
    ["a dot at the end of its local part", "ada.@example.com"],
    ["a dot in front of its domain", "ada@.example.com"],
    ["a hyphen at the end of a label", "ada@example-.com"],
    ["an IP address instead of a domain", "ada@127.0.0.1"],
    ["a local part of 65 characters", `${"a".repeat(65)}@example.com`],
    ["a quoted local part", "'a\"b'@example.com"],
    ["a list of addresses", "ada@example.com;bob@example.com"],
    ["two @", "ada@bob@example.com"],
    ["321 characters", `ada@${"e".repeat(60)}.${"x.".repeat(127)}com`],
  ])("is refused for an address with %s", async (_, email) => {
    expect(await take({ email })).toBeNull()
  })

  it.each(["first_name", "last_name", "company"] as const)(
    "is refused for a %s of 256 characters, and taken with 255",
    async (field) => {
      const email = "ada@example.com"
      expect(await take({ email, [field]: "😀".repeat(256) })).toBeNull()
      const longest = "😀".repeat(255)
      expect(await take({ email, [field]: longest })).toMatchObject({ email, [field]: longest })
    }
  )

  it("has its address trimmed and composed, and may have international letters", async () => {
    expect(await take({ email: " ju\u0308rgen@mu\u0308ller.example " })).toMatchObject({
      email: "jürgen@müller.example",
    })
  })
})

it.each([
  ["angle brackets", "<ada@example.com>"],
  ["an invisible character", "ada\u200b@example.com"],
])("an address with %s is repaired in a file alone, where somebody pasted it", async (_, email) => {
  const taken = Object.entries(WAYS).map(async ([way, take]) => [
    way,
    (await take({ email }))?.email,
  ])
  expect(Object.fromEntries(await Promise.all(taken))).toEqual({
    CSV: "ada@example.com",
    JSON: undefined,
    PATCH: undefined,
    "a customer group": undefined,
  })
})
