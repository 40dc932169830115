import { z } from "@medusajs/framework/zod"
import {
  CreatePrompt,
  ListPrompts,
  SavePromptVersion,
  UpdatePrompt,
  UsePrompt,
} from "../../../src/api/api/v1/campaigns/[campaign_id]/prompts/validators"
import { NamedPromptDetail, NamedPromptPage } from "../answers/verdict"
import * as example from "../examples"
import type { Operation } from "../operation"

const PROMPTS = "/campaigns/{campaign_id}/prompts"
const { text } = example.promptDetail.versions[0] ?? { text: "" }
const answer: Operation["answer"] = {
  schema: z.strictObject({ prompt: NamedPromptDetail }),
  example: { prompt: example.promptDetail },
}

export const promptOperations: Record<string, Operation> = {
  [`get ${PROMPTS}`]: {
    operationId: "listPrompts",
    tag: "Prompts",
    summary: "The campaign's named prompts, last changed first",
    description: "`archived=true`: the archived ones instead.",
    query: ListPrompts,
    answer: {
      schema: NamedPromptPage,
      example: { prompts: [example.namedPrompt], ...example.page },
    },
    refusals: [404],
  },
  [`post ${PROMPTS}`]: {
    operationId: "createPrompt",
    tag: "Prompts",
    summary: "Give a prompt a name",
    description:
      "A name that the campaign has already, letter case aside: 400 `not_allowed`. Batches that " +
      "were made of the same text before it had a name belong to it.",
    body: { schema: CreatePrompt, example: { name: example.namedPrompt.name, text } },
    answer,
    refusals: [404],
  },
  [`get ${PROMPTS}/{prompt_id}`]: {
    operationId: "getPrompt",
    tag: "Prompts",
    summary: "One prompt with its versions, and what each came to",
    answer,
    refusals: [404],
  },
  [`patch ${PROMPTS}/{prompt_id}`]: {
    operationId: "updatePrompt",
    tag: "Prompts",
    summary: "Rename a prompt, change its note, put it into the archive or back",
    body: { schema: UpdatePrompt, example: { archived: false } },
    answer,
    refusals: [404],
  },
  [`post ${PROMPTS}/{prompt_id}/versions`]: {
    operationId: "savePromptVersion",
    tag: "Prompts",
    summary: "Save a text as the current version",
    description: "A text that is a version already becomes the current one again.",
    body: { schema: SavePromptVersion, example: { text, note: "Asks for three sentences" } },
    answer,
    refusals: [404],
  },
  [`post ${PROMPTS}/{prompt_id}/use`]: {
    operationId: "usePrompt",
    tag: "Prompts",
    summary: "Make a version the campaign's system_prompt",
    description:
      "Without `prompt_version_hash` the current one. Where campaigns are the host's own: 400 " +
      "`not_allowed`.",
    body: { schema: UsePrompt, example: {} },
    answer,
    refusals: [404],
  },
}
