import { findSnapshotField } from "../../../src/ports"
import { REQUEST } from "../ai-sdk/draft-request"

const { campaign, step, sender } = REQUEST
const lead = {
  ...REQUEST.lead,
  attributes: { team: { size: 40 }, tags: ["filters"], empty: "", none: [], "odd.name": "x" },
}
const find = (path: string) => findSnapshotField({ campaign, step, sender, lead }, path)

it.each([
  ["lead.company", "lead.company"],
  [" lead.company ", "lead.company"],
  ["{{ lead.company }}", "lead.company"],
  ["lead.attributes.team.size", "lead.attributes.team.size"],
  ["lead.attributes.tags", "lead.attributes.tags"],
  ["lead.attributes.tags[0]", "lead.attributes.tags.0"],
  ["sender.name", "sender.name"],
  ["campaign.description", "campaign.description"],
])("%s is a field that holds a value", (path, name) => {
  expect(find(path)).toBe(name)
})

it.each([
  "unsupported",
  "",
  "lead",
  "lead.attributes",
  "lead.attributes.team",
  "lead.attributes.empty",
  "lead.attributes.none",
  "lead.attributes.tags[1]",
  "lead.title",
  "lead.revenue",
  "lead.company.length",
  "lead.__proto__",
  "lead.constructor.name",
  "campaign.system_prompt",
  "sender.custom_prompt",
  "e-mail.body",
])("%p supports nothing: the snapshot has no such value", (path) => {
  expect(find(path)).toBeNull()
})
