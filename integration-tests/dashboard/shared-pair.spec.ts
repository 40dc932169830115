import {
  countShared,
  draftedLeads,
  findSharedPair,
} from "../../src/admin/lib/playground/shared-pair"

describe("what Compare begins with", () => {
  const BATCHES: Record<string, string[]> = {
    failed: [],
    other: ["Donald"],
    newer: ["Grace", "Edsger"],
    older: ["Ada", "Grace"],
    oldest: ["Ada", "Grace"],
  }
  const find = async (...ids: string[]) => {
    const read: string[] = []
    const pair = await findSharedPair(ids, async (id) => {
      read.push(id)
      return new Set(BATCHES[id])
    })
    return { pair, read }
  }

  it("is the newest two batches that drafted a lead in common, the older first, however many stand between", async () => {
    expect(await find("failed", "newer", "other", "older", "oldest")).toEqual({
      pair: ["older", "newer"],
      read: ["failed", "newer", "other", "older"],
    })
  })

  it("is nothing where no two did, although they were for the same leads", async () => {
    expect((await find("failed", "other", "newer")).pair).toBeNull()
    expect((await find()).pair).toBeNull()
  })

  it("counts those leads alone whose draft was written", () => {
    const lead = (campaign_lead_id: string, status: "succeeded" | "failed" | "cancelled") => ({
      campaign_lead_id,
      status,
    })
    const one = draftedLeads([lead("Ada", "succeeded"), lead("Grace", "failed")])
    const other = draftedLeads([lead("Ada", "succeeded"), lead("Grace", "succeeded")])
    expect(countShared(one, other)).toBe(1)
    expect(countShared(one, draftedLeads([lead("Ada", "cancelled")]))).toBe(0)
  })
})
