import type { CampaignStepDTO } from "../../../src/modules/outreach"
import { createOutreachDatabase, type OutreachDatabase } from "../../../testing/outreach-database"
import { personalised, templated, toStep } from "./steps"

let database: OutreachDatabase
beforeAll(async () => {
  database = await createOutreachDatabase("fingerprint")
})
afterAll(async () => {
  await database.drop()
})

const step = (changes: Partial<CampaignStepDTO> = {}): CampaignStepDTO => ({
  ...toStep(1, personalised("A"), templated("B")),
  ...changes,
})

async function createCampaign() {
  const sender = await database.service.createSenderProfile({
    profile_name: "Mira",
    sender_data: { city: "Aarhus" },
  })
  const campaign = await database.service.createCampaign({
    name: "Autumn",
    sender_profile_id: sender.id,
    steps: [step(), toStep(2, personalised("A"))],
  })
  const fingerprintOf = async (step_index = 1) =>
    (await database.service.retrieveStepSnapshot(campaign.id, step_index))?.fingerprint
  const setStep = (changed: CampaignStepDTO) =>
    database.service.updateCampaign(campaign.id, {
      steps: [changed, toStep(2, personalised("A"))],
    })
  return { id: campaign.id, sender, fingerprintOf, setStep }
}

type Fixture = Awaited<ReturnType<typeof createCampaign>>

const changes: [string, (fixture: Fixture) => Promise<unknown>][] = [
  ["its delay", ({ setStep }) => setStep(step({ delay_days: 4 }))],
  ["its channel", ({ setStep }) => setStep(step({ channel: "letter" }))],
  [
    "a variant's label",
    ({ setStep }) => setStep(step({ variants: [personalised("A"), templated("Z")] })),
  ],
  [
    "a variant's type",
    ({ setStep }) =>
      setStep(
        step({ variants: [personalised("A"), { ...templated("B"), type: "PERSONALIZATION" }] })
      ),
  ],
  [
    "a variant more",
    ({ setStep }) =>
      setStep(step({ variants: [personalised("A"), templated("B"), personalised("C")] })),
  ],
  [
    "a template's text",
    ({ setStep }) =>
      setStep(
        step({
          variants: [
            personalised("A"),
            { ...templated("B"), template: { subject: "Hello", body: "Well?" } },
          ],
        })
      ),
  ],
  [
    "a sender of one variant's own",
    async ({ setStep }) => {
      const own = await database.service.createSenderProfile({ profile_name: "Otto" })
      await setStep(
        step({ variants: [{ ...personalised("A"), sender_profile_id: own.id }, templated("B")] })
      )
    },
  ],
  [
    "the sender's name",
    ({ sender }) => database.service.updateSenderProfile(sender.id, { profile_name: "Mira S." }),
  ],
  [
    "the sender's prompt",
    ({ sender }) => database.service.updateSenderProfile(sender.id, { custom_prompt: "Be brief." }),
  ],
  [
    "the sender's data",
    ({ sender }) =>
      database.service.updateSenderProfile(sender.id, { sender_data: { city: "Odense" } }),
  ],
  [
    "another sender",
    async ({ id }) => {
      const other = await database.service.createSenderProfile({ profile_name: "Otto" })
      await database.service.updateCampaign(id, { sender_profile_id: other.id })
    },
  ],
  ["no sender", ({ sender }) => database.service.deleteSenderProfile(sender.id)],
]

const noChanges: [string, (fixture: Fixture) => Promise<unknown>][] = [
  [
    "weights",
    ({ setStep }) => setStep(step({ variants: [personalised("A", 9), templated("B", 2)] })),
  ],
  [
    "another step",
    ({ id }) =>
      database.service.updateCampaign(id, { steps: [step(), toStep(2, personalised("Q"))] }),
  ],
  [
    "the campaign's name and prompt",
    ({ id }) => database.service.updateCampaign(id, { name: "Winter", system_prompt: "Hello" }),
  ],
  ["leads", ({ id }) => database.service.addCampaignLeads(id, [{ email: "ada@example.com" }])],
  [
    "the sender's description",
    ({ sender }) => database.service.updateSenderProfile(sender.id, { description: "on Mondays" }),
  ],
  [
    "the default sender, where the campaign names one",
    () => database.service.createSenderProfile({ profile_name: "Default", is_default: true }),
  ],
]

describe("the fingerprint of a step", () => {
  it.each(changes)("changes with %s", async (_, change) => {
    const fixture = await createCampaign()
    const before = await fixture.fingerprintOf()
    const ofOtherStep = await fixture.fingerprintOf(2)
    expect(before).not.toBe(ofOtherStep)
    await change(fixture)
    expect(await fixture.fingerprintOf()).not.toBe(before)
  })

  it.each(noChanges)("stays when only %s changed", async (_, change) => {
    const fixture = await createCampaign()
    const before = await fixture.fingerprintOf()
    await change(fixture)
    expect(await fixture.fingerprintOf()).toBe(before)
  })
})

describe("the sender of a step", () => {
  it("is the campaign's, else the default profile, else nobody", async () => {
    const { service } = database
    const [all] = await service.searchSenderProfiles({ offset: 0, limit: 1000 })
    for (const { id } of all) await service.deleteSenderProfile(id)
    const { id } = await service.createCampaign({ name: "Autumn", steps: [step()] })
    const senderName = async () =>
      (await service.retrieveStepSnapshot(id, 1))?.sender?.profile_name ?? null

    expect(await senderName()).toBeNull()
    await service.createSenderProfile({ profile_name: "Default", is_default: true })
    expect(await senderName()).toBe("Default")
    const own = await service.createSenderProfile({ profile_name: "Own" })
    await service.updateCampaign(id, { sender_profile_id: own.id })
    expect(await senderName()).toBe("Own")
    await service.deleteSenderProfile(own.id)
    expect(await senderName()).toBe("Default")
  })

  it("is another for a variant only where the variant names one", async () => {
    const { service } = database
    const own = await service.createSenderProfile({ profile_name: "Own" })
    const { id } = await service.createCampaign({
      name: "Autumn",
      steps: [toStep(1, { ...personalised("A"), sender_profile_id: own.id }, personalised("B"))],
    })
    const snapshot = await service.retrieveStepSnapshot(id, 1)
    expect(snapshot?.variants.map(({ sender }) => sender?.profile_name ?? null)).toEqual([
      "Own",
      null,
    ])
  })
})
