import type { DraftsAnswer } from "../../demo/api-types"
import { WITHIN_MS, type Stage } from "./dashboard-host"
import { createCampaign } from "./leads"
import { PlaygroundPage } from "./playground-page"

type Draft = DraftsAnswer["drafts"][number] & { prompt_version_hash: string }

/** A step whose leads are split between two prompts. */
export function testVariants({ host, dashboard }: Stage): void {
  it(
    "gives a variant a prompt of its own, says shares in per cent, and drafts with both",
    async () => {
      const { api } = host()
      const campaignId = await createCampaign(api)
      const { page } = dashboard()
      await dashboard().goTo(`/outreach/${campaignId}`)
      await page.getByRole("button", { name: "Actions for Step 1" }).click()
      await page.getByRole("menuitem", { name: "Edit" }).click()
      const form = page.getByRole("dialog")
      await form.getByText("100% of the leads").waitFor()
      await form.getByRole("button", { name: "Add variant" }).click()
      const second = form.getByRole("group", { name: "Variant B" })
      await second.getByLabel("Weight").fill("4")
      await form.getByText("20% of the leads").waitFor()
      await second.getByText("80% of the leads").waitFor()
      await second.getByLabel("Prompt of its own").fill("Write two sentences.")
      expect(await dashboard().barriers("[role=dialog]")).toEqual([])
      await form.getByRole("button", { name: "Save" }).click()
      await page.getByText("B · Written per lead · 80% of the leads").waitFor()

      await dashboard().goTo(`/outreach/${campaignId}/playground`)
      const playground = new PlaygroundPage(page, api, campaignId)
      await playground.ask(10)
      await playground.shows("10 of 10 done")
      const path = `/api/v1/campaigns/${campaignId}/playground`
      const [batchId = ""] = await playground.batchIds()
      const { drafts } = await api.get<{ drafts: Draft[] }>(`${path}/drafts?batch_id=${batchId}`)
      const prompts = new Map(drafts.map((draft) => [draft.variant_label, draft]))
      // Which lead gets which is a matter of ids: where all get one, there is nothing to compare.
      for (const { variant_label, body, prompt_version_hash } of drafts) {
        const isShort = variant_label === "B"
        expect({ variant_label, isShort: !body.includes("We ship small orders") }).toEqual({
          variant_label,
          isShort,
        })
        expect(prompt_version_hash).toBe(prompts.get(variant_label)?.prompt_version_hash)
      }
      const hashes = new Set([...prompts.values()].map((draft) => draft.prompt_version_hash))
      expect(hashes.size).toBe(prompts.size)
    },
    WITHIN_MS
  )
}
