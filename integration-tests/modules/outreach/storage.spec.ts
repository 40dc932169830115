import type { LoaderOptions } from "@medusajs/framework/types"
import outreach from "../../../src/modules/outreach"
import { outreachSchema } from "../../../src/modules/outreach/module-schema"
import { DatabaseError } from "../../../src/persistence/database-error"
import { createOutreachDatabase, type OutreachDatabase } from "../../../testing/outreach-database"
import { personalised, toStep } from "./steps"

let database: OutreachDatabase
beforeAll(async () => {
  database = await createOutreachDatabase("storage")
})
afterAll(async () => {
  await database.drop()
})

const rejectionOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work
  } catch (error) {
    return error
  }
  throw new Error("it was not rejected")
}

describe("the tables of the outreach module", () => {
  const SECRET = "a-lead's-private-word"
  const zeroWeight = toStep(1, personalised("A", 0))

  it.each<[string, (database: OutreachDatabase) => Promise<unknown>]>([
    [
      "an empty campaign name",
      ({ service }) => service.createCampaign({ name: "", description: SECRET }),
    ],
    [
      "a weight of zero",
      ({ service }) => service.createCampaign({ name: SECRET, steps: [zeroWeight] }),
    ],
    [
      "a prompt of 32,001 characters",
      ({ service }) =>
        service.createSenderProfile({ profile_name: SECRET, custom_prompt: "x".repeat(32_001) }),
    ],
  ])("refuse %s, and the error carries nothing of the row", async (_, write) => {
    const error = await rejectionOf(write(database))
    expect(error).toBeInstanceOf(DatabaseError)
    const everything = [
      String(error),
      JSON.stringify(error),
      ...Object.values(Object(error)),
    ].join()
    expect(everything).not.toContain(SECRET)
    expect(everything).toContain("23514")
  })

  it("hold one default sender profile at most, however many are made the default at once", async () => {
    const { service } = database
    const profiles = await Promise.all(
      Array.from({ length: 4 }, (_, n) => service.createSenderProfile({ profile_name: `No. ${n}` }))
    )
    await Promise.all(
      profiles.map(({ id }) => service.updateSenderProfile(id, { is_default: true }))
    )
    const defaults = await service.listOutreachSenderProfiles({ is_default: true })
    expect(defaults).toHaveLength(1)
  })

  it("keep a campaign whose sender profile is deleted, without a sender", async () => {
    const { service } = database
    const { id: sender_profile_id } = await service.createSenderProfile({ profile_name: "Mira" })
    const campaign = await service.createCampaign({
      name: "Autumn",
      sender_profile_id,
      steps: [toStep(1, { ...personalised("A"), sender_profile_id })],
    })
    await service.deleteSenderProfile(sender_profile_id)
    const left = await service.retrieveCampaign(campaign.id)
    expect(left.sender_profile_id).toBeNull()
    expect(left.steps[0]?.variants[0]?.sender_profile_id).toBeNull()
  })

  it("store nothing of a campaign that names an unknown sender profile", async () => {
    const { service } = database
    const [, before] = await service.searchCampaigns({ offset: 0, limit: 1 })
    const sender_profile_id = "00000000-0000-4000-8000-000000000000"
    const steps = [toStep(1, { ...personalised("A"), sender_profile_id })]
    const error = await rejectionOf(service.createCampaign({ name: "Autumn", steps }))
    expect(String(error)).toContain("steps.0.variants.0.sender_profile_id")
    const [, after] = await service.searchCampaigns({ offset: 0, limit: 1 })
    expect(after).toBe(before)
  })
})

describe("the migrations of the outreach module", () => {
  it("leave no table behind when they are reverted, and run again afterwards", async () => {
    const own = await createOutreachDatabase("migrations")
    try {
      const tables = async () => {
        const rows: { name: string }[] = await own.db.query(
          `select table_name as name from information_schema.tables
            where table_schema = 'public' and table_name <> 'outreach_migration' order by 1`
        )
        return rows.map(({ name }) => name)
      }
      const all = await tables()
      // Two of them are the views that sending reads.
      expect(all).toHaveLength(9)
      const given: Pick<LoaderOptions, "options"> = { options: own.options }
      // The runner reads nothing else of what the host passes.
      const loader = given as LoaderOptions
      const migrationNames = outreachSchema.migrations.map(({ name }) => name)
      await outreach.revertMigration({ ...loader, migrationNames })
      expect(await tables()).toEqual([])
      expect(await outreach.runMigrations(loader)).toHaveLength(migrationNames.length)
      expect(await tables()).toEqual(all)
      expect(await outreach.runMigrations(loader)).toEqual([])
    } finally {
      await own.drop()
    }
  })
})
