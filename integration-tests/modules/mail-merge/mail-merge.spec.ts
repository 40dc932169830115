import { PermanentGeneratorError, type Draft, type DraftRequest } from "../../../src/ports"
import { MailMergeGenerator } from "../../../src/providers/mail-merge/service"
import { runDraftGeneratorConformance } from "../../conformance/draft-generator"

runDraftGeneratorConformance("mail-merge", () => new MailMergeGenerator())

describe("mail-merge", () => {
  const draft = (prompt: string, campaignName = "Autumn"): Promise<Draft> => {
    const request: DraftRequest = {
      prompt,
      instruction: { text: prompt, facts: [] },
      campaign: { id: "c", name: campaignName, description: null, system_prompt: null },
      step: { step_index: 1, delay_days: 0, channel: "email", variant_label: "A" },
      sender: null,
      lead: {
        id: "l",
        email: "ada@example.com",
        first_name: null,
        last_name: null,
        company: null,
        title: null,
        attributes: {},
      },
    }
    return new MailMergeGenerator().generate(request, { signal: new AbortController().signal })
  }

  it.each([
    ["Subject: Hello\n\nBody\nof two lines\n", "Hello", "Body\nof two lines"],
    ["subject:Hello\nBody", "Hello", "Body"],
    ["  SUBJECT:   Hello   there \nBody", "Hello there", "Body"],
    ["\n \nSubject: Hello\nBody", "Hello", "Body"],
    ["Body\nSubject: not the first line", "Autumn", "Body\nSubject: not the first line"],
    ["Subject:\nBody", "Autumn", "Body"],
    ["Subject matters: yes", "Autumn", "Subject matters: yes"],
  ])("makes of %j the subject %j", async (prompt, subject, body) => {
    expect(await draft(prompt)).toEqual({ subject, body })
  })

  it("cuts a subject at 998 characters, never through one", async () => {
    const { subject } = await draft(`Subject: ${"😀".repeat(999)}\nBody`)
    expect(subject).toBe("😀".repeat(998))
  })

  it.each(["Subject: Hello", "Subject: Hello\n \n", "", "\n"])(
    "fails for good where nothing is left for the body: %j",
    async (prompt) => {
      const refused = await draft(prompt).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(PermanentGeneratorError)
      expect(refused).toMatchObject({ code: "empty_body" })
    }
  )
})
