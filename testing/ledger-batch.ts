import { randomUUID } from "node:crypto"
import type { Db } from "../src/persistence/db"
import {
  createBatch,
  type CreateBatchInput,
} from "../src/modules/playground/sql/transitions/create-batch"
import { hashPrompt } from "../src/modules/playground/prompts/hash-prompt"

const text = "Subject: Hello {{ lead.first_name }}\n\nHow is {{ lead.company }}?"

/** What a batch of `size` leads is made of; every lead differs. */
export function batchInput(
  size: number,
  overrides: Partial<CreateBatchInput> = {}
): CreateBatchInput {
  const campaign_id = overrides.campaign_id ?? randomUUID()
  return {
    campaign_id,
    step_index: 1,
    prompt: { text, hash: hashPrompt(text), source: "campaign" },
    generator: "mail-merge",
    model: null,
    requested_by: "user_test",
    campaign_snapshot: { id: campaign_id, name: "Autumn", description: null, system_prompt: text },
    step_snapshot: {
      step_index: 1,
      delay_days: 0,
      channel: "email",
      sender: null,
      variants: [{ label: "A", type: "PERSONALIZATION", sender: null }],
      fingerprint: "f".repeat(64),
    },
    idempotency: null,
    tasks: Array.from({ length: size }, (_, place) => {
      const id = randomUUID()
      return {
        campaign_lead_id: id,
        variant_label: "A",
        lead_fingerprint: "e".repeat(64),
        lead_snapshot: {
          id,
          email: `lead-${place}@example.com`,
          first_name: `Lead ${place}`,
          last_name: null,
          company: `Company ${place}`,
          title: null,
          attributes: {},
        },
      }
    }),
    ...overrides,
  }
}

/** Commits a batch and answers its id and its tasks' ids in lead order. */
export async function insertBatch(
  db: Db,
  size: number,
  overrides: Partial<CreateBatchInput> = {}
): Promise<{ batch_id: string; campaign_id: string; task_ids: string[] }> {
  const input = batchInput(size, overrides)
  const rows = await createBatch(db, input)
  const [first] = rows
  if (!first) throw new Error("the batch was not created")
  return {
    batch_id: first.batch_id,
    campaign_id: input.campaign_id,
    task_ids: rows.map((row) => row.task_id),
  }
}
