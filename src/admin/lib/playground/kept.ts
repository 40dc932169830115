import { browserStore } from "../common/browser-store"
import { KeptTexts } from "../common/kept-texts"

/** What a reviewer makes of a draft's text. */
export interface Email {
  subject: string
  body: string
}

const store = browserStore()
const NAME = "medusa-plugin-playground"

/** Prompts that were begun, by `promptKey`. */
export const keptPrompts = new KeptTexts<string>({
  name: `${NAME}:prompts`,
  maxEntries: 50,
  maxLength: 500_000,
  store,
})

/** Ids of the named prompts that were loaded last, by `promptKey`. */
export const loadedPrompts = new KeptTexts<string>({
  name: `${NAME}:loaded`,
  maxEntries: 50,
  maxLength: 20_000,
  store,
})

/** Edits that were begun and not approved, by draft id. */
export const keptEdits = new KeptTexts<Email>({
  name: `${NAME}:edits`,
  maxEntries: 200,
  maxLength: 1_000_000,
  store,
})

/** Footers that were begun and not saved, by campaign id. */
export const keptFooters = new KeptTexts<string>({
  name: `${NAME}:footers`,
  maxEntries: 20,
  maxLength: 100_000,
  store,
})

/** Ids of the drafts that somebody looked at, by batch id. */
export const openedDrafts = new KeptTexts<string[]>({
  name: `${NAME}:opened`,
  maxEntries: 50,
  maxLength: 400_000,
  store,
})

export const promptKey = (campaignId: string, stepIndex: number) => `${campaignId} ${stepIndex}`
