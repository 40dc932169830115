import type { DraftsAnswer, GenerateAnswer } from "../../demo/api-types"
import { untilDrafted } from "../../demo/story"
import { WITHIN_MS, type Stage } from "./dashboard-host"
import { Dashboard } from "./dashboard"
import { createCampaign, expectHostileAsText } from "./leads"
import { englishSentences, programWords } from "./words-on-page"

/** Each page of ours, whoever looks at it. The widget's page is looked at where it is tried. */
export function testPages({ host, dashboard, browser }: Stage): void {
  let campaignId: string
  let testSetId: string
  beforeAll(async () => {
    const { api } = host()
    campaignId = await createCampaign(api)
    // Two batches with a draft that is approved, so that there is something on every page.
    const playground = `/api/v1/campaigns/${campaignId}/playground`
    for (const custom_prompt of ["Greet {{ lead.first_name }}.", "Greet {{ lead.company }}."]) {
      const generate = { step_index: 1, n_leads: 3, custom_prompt }
      const { batch_id } = await api.post<GenerateAnswer>(`${playground}/generate`, generate)
      await untilDrafted(api, campaignId, batch_id, () => {})
      const path = `${playground}/drafts?batch_id=${batch_id}`
      const [draft] = (await api.get<DraftsAnswer>(path)).drafts
      await api.post(`${playground}/approve`, { batch_id, draft_ids: [draft?.id] })
    }
    // A test set that two prompts have run against.
    const { test_set } = await api.post<{ test_set: { id: string } }>(
      `/api/v1/campaigns/${campaignId}/test-sets`,
      { name: "Three of them", sample: { n: 3 } }
    )
    testSetId = test_set.id
    for (const custom_prompt of ["Greet {{ lead.first_name }}.", "Greet {{ lead.company }}."]) {
      const body = { test_set_id: testSetId, step_index: 1, custom_prompt }
      await api.post(`${playground}/evaluations`, body)
    }
    await api.post("/api/v1/sender-profiles", {
      profile_name: "Mira at Northwind",
      description: "Friendly, brief",
      sender_data: { name: "Mira Sandoval" },
    })
  }, WITHIN_MS)

  /** Each route, and what stands on it once it is loaded. */
  const pages = (): { route: string; en: string; de: string; role?: "heading" }[] => [
    { route: "/outreach", en: "Create campaign", de: "Kampagne anlegen" },
    { route: `/outreach/${campaignId}`, en: "Upload CSV", de: "CSV hochladen" },
    {
      route: "/outreach/sender-profiles",
      en: "Create sender profile",
      de: "Absenderprofil anlegen",
    },
    { route: `/outreach/${campaignId}/playground`, en: "Edit prompt", de: "Prompt bearbeiten" },
    ...["compare", "history", "send"].map((tab) => ({
      route: `/outreach/${campaignId}/playground?tab=${tab}`,
      en: "Edit prompt",
      de: "Prompt bearbeiten",
    })),
    {
      route: `/outreach/${campaignId}/playground?tab=prompts`,
      en: "Write a prompt",
      de: "Prompt schreiben",
    },
    {
      route: `/outreach/${campaignId}/playground?tab=checks`,
      en: "Add check",
      de: "Prüfung hinzufügen",
    },
    {
      route: `/outreach/${campaignId}/playground?tab=tests`,
      en: "Create test set",
      de: "Testsatz anlegen",
    },
    {
      route: `/outreach/${campaignId}/playground?tab=tests&test_set=${testSetId}`,
      en: "Run a prompt",
      de: "Prompt laufen lassen",
    },
    { route: "/outreach/outbox", en: "Outbox", de: "Postausgang", role: "heading" },
    {
      route: "/outreach/suppressions",
      en: "Do not write to",
      de: "Sperrliste",
      role: "heading",
    },
  ]

  it(
    "bars nobody from any page, on any screen, in either theme, says nothing as programs do, and previews a hostile lead as text",
    async () => {
      const { page } = dashboard()
      const words: string[] = []
      for (const { route, en, role = "button" } of pages()) {
        await dashboard().goTo(route)
        await page.getByRole(role, { name: en, exact: true }).waitFor()
        words.push(...(await programWords(page)).map((word) => `${route}: ${word}`))
        expect({
          route,
          barriers: await dashboard().barriersEverywhere(),
        }).toEqual({
          route,
          barriers: [],
        })
      }
      expect(words).toEqual([])
      await dashboard().goTo(`/outreach/${campaignId}/playground?tab=drafts`)
      await page.getByRole("button", { name: "Edit prompt" }).click()
      await page.getByRole("button", { name: "Next lead" }).click()
      await expectHostileAsText(dashboard())
    },
    2 * WITHIN_MS
  )

  it(
    "bars nobody from the form of a campaign",
    async () => {
      await dashboard().goTo("/outreach")
      await dashboard().page.getByRole("button", { name: "Create campaign" }).click()
      await dashboard().page.getByRole("dialog").waitFor()
      expect(await dashboard().barriers("[role=dialog]")).toEqual([])
      // The status says what it does.
      await dashboard().page.getByText("Mails are sent only while it is active.").waitFor()
    },
    WITHIN_MS
  )

  it(
    "tells whoever lacks a permission so, where the rows would be",
    async () => {
      const { page } = dashboard()
      const refusal = { status: 403, json: { type: "forbidden", message: "Forbidden" } }
      await page.route("**/api/v1/campaigns*", (route) => route.fulfill(refusal))
      await dashboard().goTo("/outreach")
      await page.getByRole("alert").getByText("You lack the permission for this.").waitFor()
      await page.unroute("**/api/v1/campaigns*")
    },
    WITHIN_MS
  )

  it(
    "names people, and shows nobody the id of a user who is gone",
    async () => {
      const { page } = dashboard()
      const route = `/outreach/${campaignId}/playground?tab=history`
      await dashboard().goTo(route)
      await page.getByRole("cell", { name: host().account.email, exact: true }).first().waitFor()
      const gone = { status: 404, json: { type: "not_found", message: "No such user" } }
      await page.route("**/admin/users/user_*", (call) => call.fulfill(gone))
      await dashboard().goTo(route)
      await page.getByText("A former user").first().waitFor()
      expect(await page.getByText(/user_/).count()).toBe(0)
      await page.unroute("**/admin/users/user_*")
    },
    WITHIN_MS
  )

  it(
    "speaks German, and nothing but German, to those who chose it in their profile",
    async () => {
      const { baseUrl, account } = host()
      const visitor = await Dashboard.open(browser(), baseUrl, account)
      await visitor.speak("Deutsch")
      const found: string[] = []
      for (const { route, de, role = "button" } of pages()) {
        await visitor.goTo(route)
        await visitor.page.getByRole(role, { name: de, exact: true }).waitFor()
        const { page } = visitor
        const words = [...(await programWords(page)), ...(await englishSentences(page))]
        found.push(...words.map((word) => `${route}: ${word}`))
      }
      expect(found).toEqual([])
      await visitor.close()
    },
    WITHIN_MS
  )
}
