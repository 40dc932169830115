import { listStepLeads } from "../../../src/modules/outreach/sql/list-step-leads"
import type { Db } from "../../../src/persistence/db"
import { createOutreachDatabase, type OutreachDatabase } from "../../../testing/outreach-database"
import { personalised, templated, toStep } from "./steps"

const LEADS = 1_000_000
const LIMIT = 200
/** Variants A and C of the step below. */
const PERSONALISED = 2

interface PlanNode {
  "Node Type": string
  "Relation Name"?: string
  "Actual Rows": number
  "Actual Loops": number
  "Shared Hit Blocks": number
  "Shared Read Blocks": number
  Plans?: PlanNode[]
}

let database: OutreachDatabase
let campaign_id: string
let foreign_id: string

const step = () => toStep(1, personalised("A"), templated("B"), personalised("C"))

beforeAll(async () => {
  database = await createOutreachDatabase("million")
  foreign_id = (await database.service.createCampaign({ name: "Small", steps: [step()] })).id
  campaign_id = (await database.service.createCampaign({ name: "Large", steps: [step()] })).id
  await seed(database.db, campaign_id, LEADS)
  await seed(database.db, foreign_id, 1000)
  await database.db.query(`analyze outreach_campaign_lead, outreach_lead_assignment`)
}, 300_000)
afterAll(async () => {
  await database.drop()
})

/**
 * Every second lead has variant B, the others A or C. In one statement, without a foreign key check
 * per row, and with ids and addresses in order, so that every index only grows at its end.
 */
const seed = (db: Db, campaignId: string, leads: number) =>
  db.query(`
    set session_replication_role = replica;
    with lead as (
      insert into outreach_campaign_lead (id, campaign_id, email)
      select (left('${campaignId}', 24) || lpad(to_hex(number), 12, '0'))::uuid, '${campaignId}',
             lpad(number::text, 7, '0') || '@example.com'
        from generate_series(1, ${leads}) as number
      returning id, position
    )
    insert into outreach_lead_assignment
      (campaign_lead_id, step_index, campaign_id, variant_label, position)
    select lead.id, 1, '${campaignId}', (array['B', 'A', 'B', 'C'])[lead.position % 4 + 1], lead.position
      from lead;
    set session_replication_role = default`)

/** The plan of the statement that `listStepLeads` sends, as Postgres really ran it. */
async function explain(input: Parameters<typeof listStepLeads>[1]): Promise<PlanNode[]> {
  let root: PlanNode | undefined
  const explaining: Db = {
    query: async <T>(statement: string, parameters?: unknown[]): Promise<T> => {
      const [row] = await database.db.query(
        `explain (analyze, buffers, format json) ${statement}`,
        parameters
      )
      root = row["QUERY PLAN"][0].Plan
      // `explain` answers its plan in place of the statement's rows.
      return [] as T
    },
  }
  await listStepLeads(explaining, input)
  if (!root) throw new Error("nothing was explained")
  const flatten = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flatten)]
  return flatten(root)
}

const middle = async (): Promise<string> => {
  const [row] = await database.db.query(
    `select position from outreach_campaign_lead where campaign_id = $1
      order by position offset $2 limit 1`,
    [campaign_id, LEADS / 2]
  )
  return row.position
}

describe("the first 200 leads of a campaign with 1,000,000", () => {
  it.each(["the start", "the middle"])(
    "are read off an index from %s, without a scan or a sort of the campaign",
    async (place) => {
      const after = place === "the start" ? "0" : await middle()
      const nodes = await explain({ campaign_id, step_index: 1, after, limit: LIMIT })

      // The step's variants are three rows: those may be read in any way.
      const scans = nodes.filter((node) => /lead/.test(node["Relation Name"] ?? ""))
      expect(scans.length).toBeGreaterThanOrEqual(2)
      for (const node of scans) expect(node["Node Type"]).toMatch(/^Index (Only )?Scan$/)
      for (const node of nodes) {
        const rows = node["Actual Rows"] * node["Actual Loops"]
        expect(rows).toBeLessThanOrEqual(PERSONALISED * LIMIT)
      }
      const [root] = nodes
      const pages = (root?.["Shared Hit Blocks"] ?? 0) + (root?.["Shared Read Blocks"] ?? 0)
      // The whole campaign lies on some 30,000 pages.
      expect(pages).toBeLessThan(5_000)
    }
  )

  it("are as many as asked for, all to be drafted, none of them another campaign's", async () => {
    const { leads, next } = await database.service.listStepLeads({
      campaign_id,
      step_index: 1,
      after: null,
      limit: LIMIT,
    })
    expect(leads).toHaveLength(LIMIT)
    expect(next).not.toBeNull()
    expect(new Set(leads.map(({ variant_label }) => variant_label))).toEqual(new Set(["A", "C"]))
    const found = await database.service.listCampaignLeadIds(
      foreign_id,
      leads.map(({ lead }) => lead.id)
    )
    expect(found).toEqual([])
  })
})
