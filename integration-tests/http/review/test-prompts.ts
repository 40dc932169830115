import type { PromptDetailDTO } from "../../../src/modules/playground"
import type { Host } from "../../../testing/host-suite"
import { DEFAULT_SYSTEM_PROMPT } from "../../../testing/outreach-fixtures"
import { first, reviewOf } from "./client"

const OTHER_TEXT = "Subject: Hi {{ lead.first_name }}\n\nHow are you, {{ lead.first_name }}?"

export function testPrompts(host: Host) {
  it("gives a text a name, and the batches of before it had one belong to it", async () => {
    const review = await reviewOf(host, 2)
    const [draft] = review.drafts
    if (!draft) throw new Error("no draft")
    await review.approve(draft, { body: `${draft.body}!` })
    await review.post(`playground/drafts/${draft.id}/judgements`, { score: 4, verdict: "good" })
    const made = await review.post("prompts", { name: "Greeting", text: DEFAULT_SYSTEM_PROMPT })
    expect(made.status).toBe(200)
    const prompt: PromptDetailDTO = made.body.prompt
    expect(prompt).toMatchObject({
      name: "Greeting",
      note: null,
      archived: false,
      versions_count: 1,
      current_version_hash: draft.prompt_version_hash,
      used_version_hash: draft.prompt_version_hash,
    })
    expect(prompt.versions).toEqual([
      expect.objectContaining({
        prompt_version_hash: draft.prompt_version_hash,
        text: DEFAULT_SYSTEM_PROMPT,
        is_current: true,
        outcome: {
          batches: 1,
          drafted: 2,
          failed: 0,
          flagged: 0,
          approved: 1,
          edited: 1,
          mean_edited_share: expect.closeTo(1 / (draft.subject.length + draft.body.length + 2), 9),
          rejected: 0,
          judgements: { count: 1, good: 1, bad: 0, mean_score: 4 },
        },
      }),
    ])
    const listed = await review.get("prompts")
    const { versions: _, ...summary } = prompt
    expect(listed.body).toEqual({ prompts: [summary], count: 1, offset: 0, limit: 20 })
  })

  it("keeps every text, restores one by saving it again, and makes one the campaign's", async () => {
    const review = await reviewOf(host, 1)
    const made = await review.post("prompts", { name: "Greeting", text: OTHER_TEXT })
    const path = `prompts/${made.body.prompt.id}`
    expect(made.body.prompt.used_version_hash).toBeNull()
    await review.post(`${path}/versions`, { text: "Subject: B\n\nThe second text.", note: "New" })
    const again = await review.post(`${path}/versions`, { text: `${OTHER_TEXT}\r\n` })
    const { versions, current_version_hash }: PromptDetailDTO = again.body.prompt
    expect(versions.map(({ text, note, is_current }) => [text, note, is_current])).toEqual([
      [OTHER_TEXT, null, true],
      ["Subject: B\n\nThe second text.", "New", false],
    ])

    const used = await review.post(`${path}/use`)
    expect(used.body.prompt.used_version_hash).toBe(current_version_hash)
    const campaign = await review.get("")
    expect(campaign.body.campaign.system_prompt).toBe(OTHER_TEXT)
    const older = versions[1]?.prompt_version_hash
    const back = await review.post(`${path}/use`, { prompt_version_hash: older })
    expect(back.body.prompt.used_version_hash).toBe(older)
    const unknown = await review.post(`${path}/use`, { prompt_version_hash: "0".repeat(64) })
    expect(unknown.status).toBe(404)
  })

  it("renames, notes and archives, and refuses a name that is taken and a text that is no template", async () => {
    const review = await reviewOf(host, 1)
    const made = await review.post("prompts", { name: " Greeting ", text: "Hello there, all." })
    const other = await review.post("prompts", { name: "Other", text: "Hello there, all." })
    expect(other.status).toBe(200)
    expect(made.body.prompt.name).toBe("Greeting")
    const taken = await review.post("prompts", { name: "GREETING ", text: "Hello." })
    expect([taken.status, taken.body.code]).toEqual([400, "prompt_name_taken"])
    const renamed = await review.patch(`prompts/${other.body.prompt.id}`, { name: "greeting" })
    expect([renamed.status, renamed.body.type]).toEqual([400, "not_allowed"])
    const broken = await review.post("prompts", { name: "Broken", text: "{{ lead.first_name" })
    expect([broken.status, broken.body.type]).toEqual([400, "invalid_data"])
    expect(broken.body.message).toContain("Field 'text'")

    const path = `prompts/${made.body.prompt.id}`
    const blank = [
      await review.post("prompts", { name: "  ", text: "Hello." }),
      await review.post("prompts", { name: "Blank", text: " \n" }),
      await review.post(`${path}/versions`, { text: "\n" }),
      await review.patch(path, { name: " " }),
    ]
    expect(blank.map(({ status }) => status)).toEqual([400, 400, 400, 400])

    const changed = await review.patch(path, { name: "Old", note: "Too stiff", archived: true })
    expect(changed.body.prompt).toMatchObject({ name: "Old", note: "Too stiff", archived: true })
    const names = async (query: string) =>
      (await review.get(`prompts${query}`)).body.prompts.map(({ name }: { name: string }) => name)
    expect(await names("")).toEqual(["Other"])
    expect(await names("?archived=true")).toEqual(["Old"])
    const cleared = await review.patch(path, { note: null, archived: false })
    expect(cleared.body.prompt).toMatchObject({ name: "Old", note: null, archived: false })
  })

  it("knows no prompt of another campaign", async () => {
    const review = await reviewOf(host, 1)
    const stranger = await reviewOf(host, 1)
    const made = await review.post("prompts", { name: "Greeting", text: "Hello there, all." })
    const path = `prompts/${made.body.prompt.id}`
    const answers = [
      await stranger.get(path),
      await stranger.patch(path, { name: "Mine" }),
      await stranger.post(`${path}/versions`, { text: "Mine, all mine." }),
      await stranger.post(`${path}/use`),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    const { versions } = (await review.get(path)).body.prompt as PromptDetailDTO
    expect(first(versions).text).toBe("Hello there, all.")
  })
}
