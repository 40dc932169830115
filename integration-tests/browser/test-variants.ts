import type { DraftsAnswer } from "../../demo/api-types"
import { WITHIN_MS, type Stage } from "./dashboard-host"
import { CAMPAIGN, LEADS } from "./leads"
import { make } from "./make"
import { PlaygroundPage } from "./playground-page"

type Draft = DraftsAnswer["drafts"][number] & { prompt_version_hash: string }

/** A step whose leads are split between two prompts. */
export function testVariants({ host, dashboard }: Stage): void {
  it(
    "gives a variant a prompt of its own, says shares in per cent, and drafts with both",
    async () => {
      const { api } = host()
      const variants = [{ label: "A", weight: 1, type: "PERSONALIZATION" }]
      const campaignId = await make(api, "/api/v1/campaigns", {
        ...CAMPAIGN,
        steps: [{ step_index: 1, variants }],
      })
      const { page } = dashboard()
      await dashboard().goTo(`/outreach/${campaignId}`)
      await page.getByRole("button", { name: "Actions for Step 1" }).click()
      await page.getByRole("menuitem", { name: "Edit" }).click()
      const form = page.getByRole("dialog")
      await form.getByText("100% of the leads").waitFor()
      await form.getByRole("button", { name: "Add variant" }).click()
      const second = form.getByRole("group", { name: "Variant B" })
      await second.getByLabel("Weight").fill("99")
      await form.getByText("1% of the leads").waitFor()
      await second.getByText("99% of the leads").waitFor()
      await second.getByLabel("Prompt of its own").fill("Write two sentences.")
      expect(await dashboard().barriers("[role=dialog]")).toEqual([])
      await form.getByRole("button", { name: "Save" }).click()
      await page.getByText("B · Written per lead · 99% of the leads").waitFor()

      // A lead keeps the variant that it was given: these come after the split.
      await api.post(`/api/v1/campaigns/${campaignId}/leads`, { leads: LEADS })
      await dashboard().goTo(`/outreach/${campaignId}/playground`)
      const playground = new PlaygroundPage(page, api, campaignId)
      await playground.ask(10)
      await playground.shows("10 of 10 done")
      const path = `/api/v1/campaigns/${campaignId}/playground`
      const [batchId = ""] = await playground.batchIds()
      const { drafts } = await api.get<{ drafts: Draft[] }>(`${path}/drafts?batch_id=${batchId}`)
      const { batch } = await api.get<{ batch: { prompt_version_hash: string } }>(
        `${path}/batches/${batchId}`
      )
      // The batch has the campaign's prompt. Of a hundred leads, one gets it.
      const drafted = drafts.map(({ variant_label, body, prompt_version_hash }) => ({
        variant_label,
        isShort: !body.includes("We ship small orders"),
        hasOwnPrompt: prompt_version_hash !== batch.prompt_version_hash,
      }))
      expect(drafted).toContainEqual({ variant_label: "B", isShort: true, hasOwnPrompt: true })
      const isB = (label: string) => label === "B"
      expect(drafted).toEqual(
        drafted.map(({ variant_label }) => ({
          variant_label,
          isShort: isB(variant_label),
          hasOwnPrompt: isB(variant_label),
        }))
      )
    },
    WITHIN_MS
  )
}
