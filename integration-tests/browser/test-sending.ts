import { simpleParser, type ParsedMail } from "mailparser"
import { CampaignPage } from "./campaign-page"
import { WITHIN_MS, type Stage } from "./dashboard-host"
import { CAMPAIGN } from "./leads"
import { PlaygroundPage } from "./playground-page"

const CSV = `E-Mail;Vorname;Firma
ada@letters.example;Ada;Analytical Engines
zoe@letters.example;Zoë;Größe & Söhne
`
const FOOTER = "Northwind Goods, 1 Main Street, Bristol\nNo more of these: {{ unsubscribe_url }}"
const EDITED = "Hello Ada,\n\nedited – by hand: “Größe”.\n\n  Mira"

/** The whole way out of the door, in the dashboard alone: from a file to what a mail server got. */
export function testSending({ host, dashboard }: Stage): void {
  it(
    "leads from a CSV to mails that a mail server got, word for word, once, with an unsubscribe that works",
    async () => {
      const playground = await makeDrafts()
      await writeFooter(playground)
      await chooseMailServer(playground)
      await testAndApprove(playground)
      await send(playground)
      const mails = await expectWordForWord(playground)
      await unsubscribe(mails)
      await takeOffTheList()
    },
    2 * WITHIN_MS
  )

  async function makeDrafts(): Promise<PlaygroundPage> {
    const { page } = dashboard()
    const campaign = new CampaignPage(dashboard())
    await campaign.create({ ...CAMPAIGN, name: "Autumn letters" })
    await campaign.addStep()
    expect(await campaign.importCsv(CSV)).toMatch(/2 leads created/)
    await campaign.page.getByRole("link", { name: "Open Playground" }).click()
    await page.waitForURL(/playground$/)
    const [, campaignId = ""] = /outreach\/([^/]+)\/playground/.exec(page.url()) ?? []
    const playground = new PlaygroundPage(page, host().api, campaignId)
    await playground.ask(2)
    await playground.shows("2 of 2 done")
    await playground.reads("Ada")
    return playground
  }

  /** From the draft, which says that nothing is sent without one. */
  async function writeFooter(playground: PlaygroundPage): Promise<void> {
    const { page } = playground
    const article = page.getByRole("article")
    await article.getByText("Without a footer nothing can be sent.").waitFor()
    await article.getByRole("button", { name: "Write footer" }).click()
    await page.getByLabel("Footer", { exact: true }).fill(FOOTER)
    await playground.button("Save footer").click()
    await playground.shows("Footer saved")
  }

  async function chooseMailServer(playground: PlaygroundPage): Promise<void> {
    const { page } = playground
    await playground.button("Settings").click()
    const form = page.getByRole("dialog")
    await form.getByLabel("Send through").click()
    await page.getByRole("option", { name: "Mail server", exact: true }).click()
    await form.getByLabel("Seconds to take a Send back").fill("1")
    expect(await dashboard().barriers("[role=dialog]")).toEqual([])
    await form.getByRole("button", { name: "Save" }).click()
    await playground.shows("Settings saved")
  }

  async function testAndApprove(playground: PlaygroundPage): Promise<void> {
    const { page } = playground
    await page.getByRole("tab", { name: "Drafts" }).click()
    await playground.reads("Ada")
    const footer = page.getByRole("figure").filter({ hasText: "Added below when it is sent" })
    await footer.getByText("No more of these: (link to unsubscribe)").waitFor()
    await playground.button("Edit").click()
    await page.getByLabel("Body").fill(EDITED)
    await playground.button("Send me this one").click()
    const { email } = host().account
    await playground.shows(`Sent to ${email}, marked as a test`)
    const [test] = await mailsTo(email)
    expect(test?.subject).toBe("[Test] A sample box for Analytical Engines")
    expect(bodyOf(test)).toBe(EDITED)

    await playground.button("Approve changes").click()
    await playground.reads("Zoë")
    await playground.button("Approve").click()
    await page.getByText("Approved", { exact: true }).nth(1).waitFor()
  }

  async function send(playground: PlaygroundPage): Promise<void> {
    const { page } = playground
    await page.getByRole("tab", { name: "Send" }).click()
    await playground.button("Set to active").click()
    await playground.button("Send 2 mails").click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Send" }).click()
    await page.getByRole("status", { name: "How the mails stand" }).getByText("2 sent").waitFor()
    await playground.shows(/sent 2 mails of step 1/)
    expect(await playground.button("Send").isDisabled()).toBe(true)
  }

  async function expectWordForWord(playground: PlaygroundPage): Promise<ParsedMail[]> {
    const { leads } = await host().api.get<{ leads: { id: string; email: string }[] }>(
      `/api/v1/campaigns/${playground.campaignId}/leads`
    )
    expect(leads).toHaveLength(2)
    const mails: ParsedMail[] = []
    for (const { id, email } of leads) {
      const approved = await playground.approvedEmail(id)
      const [mail, ...others] = await mailsTo(email)
      expect(others).toEqual([])
      expect(mail?.subject).toBe(approved.subject)
      expect(Buffer.from(bodyOf(mail))).toEqual(Buffer.from(approved.body))
      expect(mail?.text).toContain("\n\n-- \nNorthwind Goods, 1 Main Street, Bristol\nNo more")
      if (mail) mails.push(mail)
    }
    return mails
  }

  /** One recipient by the page behind the link, the other by a mail program's one click. */
  async function unsubscribe([first, second]: ParsedMail[]): Promise<void> {
    const { page } = dashboard()
    const visitor = await page.context().newPage()
    await visitor.goto(linkOf(first))
    await visitor.getByRole("button", { name: "Unsubscribe" }).click()
    await visitor.getByText("Done. You get no more e-mails from us.").waitFor()
    await visitor.close()
    const answer = await fetch(linkOf(second), {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    })
    expect(answer.status).toBe(200)
    await dashboard().goTo("/outreach/suppressions")
    for (const address of ["ada@letters.example", "zoe@letters.example"]) {
      const row = page.getByRole("row").filter({ hasText: address })
      expect(await row.getByRole("cell").nth(1).innerText()).toBe("Unsubscribed")
    }
  }

  async function takeOffTheList(): Promise<void> {
    const { page } = dashboard()
    await page.getByRole("button", { name: "Delete ada@letters.example" }).click()
    const dialog = page.getByRole("alertdialog")
    await dialog.getByLabel("Why (optional)").fill("She asked us to")
    await dialog.getByRole("button", { name: "Delete" }).click()
    const trace = page.getByRole("list", { name: "Taken off the list" }).getByRole("listitem")
    await trace.filter({ hasText: `${host().account.email} took off: ada@letters` }).waitFor()
    await trace.filter({ hasText: "It stood there as: Unsubscribed · Why: She asked" }).waitFor()
    expect(await dashboard().barriersEverywhere()).toEqual([])
  }

  async function mailsTo(address: string): Promise<ParsedMail[]> {
    const mails = await host().receivedMails()
    return Promise.all(
      mails.filter(({ to }) => to.includes(address)).map(({ raw }) => simpleParser(raw))
    )
  }

  const bodyOf = (mail: ParsedMail | undefined) => mail?.text?.split("\n\n-- \n")[0] ?? ""

  const linkOf = (mail: ParsedMail | undefined) =>
    /http:\/\/localhost:\d+\/\S+/.exec(mail?.text ?? "")?.[0] ?? ""
}
